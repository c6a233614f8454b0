import { civil } from './concept.ts'
import { accused } from './people.ts'
import type { Row } from './row.ts'

/** Which kind of matter it is, where that is not a criminal case of the ordinary kind. */

const quantity = '[0-9一二两三四五六七八九十百]+'

const over = (said: string): boolean =>
  /(社区矫正|司法所|缓刑(考验)?期|缓刑期间|刑满|出狱|刑释|监狱|服刑|减刑|假释|申诉|再审|生效|判了[^,]{0,6}年[^,]{0,6}(在|坐|已|里)|(在|坐)(里头|里面|牢)[^,]{0,4}年)/.test(
    said,
  ) &&
  /(矫正|请假|报到|减刑|假释|申诉|再审|冤|翻案|服刑|探视|会见|早点出来|提前|表现|出狱|刑满|生效)/.test(
    said,
  ) &&
  !/(闯红灯|扣[^,]{0,3}分|驾驶|罚款|会不会|能不能判|取保|还没判|一审(刚)?判|刚判|不起诉|案底|又(犯|被|偷|打|酒|涉)|新(的)?案)/.test(
    said,
  )

/** Words that only a criminal case has: then the civil part is one of its facts. */
const criminal = new RegExp(
  `${accused.source}|刑事|罪(?!魁)|刑拘|拘役|缓刑|醉驾|酒驾|毫克|立案侦查|诈骗|盗窃|故意伤害|检察|公诉|认罚|打(人|伤|架)|撞(了)?(人|死|伤)|帮信|criminal`,
)
const ofCivilLaw = new RegExp(
  `${civil}|(银行|平台|网贷|公司|债主|房东|物业|客户|供应商|员工)[^,]{0,8}(起诉|告)(我|我们)|(起诉|告)(公司|老板|单位|商家|房东|物业|学校|医院|保险)|(罚(了|我)?[^,]{0,6}(块|元|千|百)|拘留[^,]{0,3}天)[^,]{0,8}|(欠|借)(我|我们|他|她|别人|人家)[^,]{0,12}(钱|万|工资|款|货款|尾款)`,
)
const isCivil = (said: string): boolean =>
  ofCivilLaw.test(said) &&
  !criminal.test(
    said.replace(
      /监护|违法犯罪|(银行|平台|网贷|公司|债主|房东|物业|客户|供应商|员工)[^,]{0,8}起诉(了)?我/g,
      '',
    ),
  )

const needsInterpreter = (said: string): boolean =>
  /(听|说|会|懂|看|识|读)(不)?(不|得)?(懂|来|会|好|太好)?(中文|汉语|普通话|汉字|国语)[^,]{0,3}(不|吗)?|(中文|汉语|普通话|汉话)[^,]{0,4}(不(太)?(好|会|行|懂)|差)|(韩国|日本|越南|缅甸|泰国|老挝|朝鲜|俄罗斯|尼日利亚|英国|法国|德国|美国|加拿大|澳大利亚|印度|巴基斯坦|孟加拉|菲律宾|印尼|马来西亚|新加坡|柬埔寨|埃及|巴西|乌克兰|哈萨克斯坦|蒙古国|喀麦隆|刚果|加纳)(人|籍|国籍|公民|媳妇|妻子|丈夫|学生)|(中文|普通话|汉语)[^,]{0,4}(只会|一点|几句|勉强)|外国(国籍|护照)|(有没有|要|能|请|给|安排|配)[^,]{0,3}翻译|(do not|don't|cannot|can't|not) (read|speak|understand|know) (any )?(chinese|mandarin)|(i am|i'm|he is|she is|husband is|wife is|friend is) (a |an )?(from |foreign|[a-z]+(ian|ese|ish|can|i) (citizen|national|student))|(explain|speak|write|read|understand)[^,]{0,10}(in )?english|no english|(kenyan|ghanaian|ethiopian|egyptian|turkish|iranian|filipino|malaysian|brazilian|mexican|canadian|australian|ukrainian|mongolian|nepali|nepalese|bangladeshi|foreign) |translat|interpreter|visa|(american|russian|nigerian|indian|korean|japanese|pakistani|african|british|french|german|vietnamese|thai) (citizen|student|national|passport|friend|husband|wife|man|woman|guy)/.test(
    said,
  ) &&
  !/(对方|被害人|骗了|打了)[^,]{0,4}(外国|老外)|(帮我)?翻译一?(下|句|段)|看不懂(?!.{0,3}(中文|汉))/.test(
    said,
  )

const byOneself = (said: string): boolean =>
  /自诉|(去|到|向)?法院(告|起诉)我(诽谤|侮辱|重婚|虐待|侵占|遗弃|拒不)|(告|起诉|控告)我[^,]{0,4}(诽谤|侮辱|重婚|虐待|侵占|遗弃)/.test(
    said,
  )

const poor = (said: string): boolean =>
  (/(国家|政府)[^,]{0,6}(管|帮|免费|给)|开口(就|要)|报价|要价|单亲|一个月[^,]{0,4}(千|块)|(没|无|哪有|哪里有|拿不出|凑不出|掏不出|缺|借|穷|困难|低保|贫困|残疾|失业|下岗|五保|请不起|雇不起|付不起|出不起|贵)/.test(
    said,
  ) &&
    /(单亲|千|块|万|钱|穷|困难|低保|贫困|五保|失业|下岗|不起|贵|收入)[^,]{0,12}.{0,12}(律师|辩护|法援|援助)|(律师|辩护|法援|援助).{0,14}(没钱|不起|贵|低保|困难|穷|免费)/.test(
      said,
    ) &&
    !/值班律师(贵|多少钱|要钱)/.test(said)) ||
  /(申请|办|要|想要|怎么)[^,]{0,4}(法律援助|法援)|(指派|派|请|给|找|安排|有没有)[^,]{0,6}(免费|不要钱|不花钱)[^,]{0,4}(律师|的)(?!.{0,2}(咨询|吗))|(too poor|no money|can't pay|cannot pay|free lawyer|public defender|legal aid)/.test(
    said,
  )

export const afterSentence: Row = {
  step: 'after-sentence',
  outcome: 'redirect',
  when: /减刑|假释|服刑|(?<!能)申诉|再审|社区矫正|矫正(期|对象|局)|缓刑(考验)?期(间|内)?|刑满|出狱|监外执行|parole|probation officer|serving (his|her|a|my) sentence/,
  unless: /扣[0-9一二三六十]+分|罚款|劳动|不起诉|(一审|刚)判|没(判|生效)|会不会|服刑人员/,
  or: over,
}

export const supervision: Row = {
  step: 'supervision',
  outcome: 'redirect',
  when: /监委|监察委|监察机关|纪委|纪检|留置|责令候查|双规|管护|supervisory commission/,
}

export const stateSecurity: Row = {
  step: 'state-security',
  outcome: 'redirect',
  when: /国安(?!全带)|国家安全|间谍|恐怖(组织|活动|主义|分子)|颠覆国家|分裂国家|煽动颠覆|境外(势力|间谍)|espionage|terroris|state security|spy/,
  unless: /恐怖片|太恐怖|好恐怖/,
}

export const notCriminal: Row = {
  step: 'not-criminal',
  outcome: 'redirect',
  when: new RegExp(
    `离婚|抚养(权|费)|彩礼|财产分割|遗产|继承|遗嘱|赡养|(拖?欠|不发|不给|讨|要)(我)?[^,]{0,6}(工资|薪|工钱)|工伤|劳动(仲裁|合同|争议)|社保|公积金|保险公司|(二手|新)(车|房)|卖家|买家|商家|店家|质量问题|(不|拒绝)(退|赔|理赔)(钱|款)?$|加班费|年终奖|劳务费|(被|公司|把我|给我)(辞|开除|裁)|交警[^,]{0,6}罚|罚(了|我)[^,]{0,4}(千|百|块|元)|拘了(我)?${quantity}天|(装修|快递|退票|保险理赔|物业费|噪音|宠物|狗咬|征地|户口|包工头|欠我)|(借|欠)(我|了我|他|别人)?[^,]{0,4}(钱|款|债)[^,]{0,4}(不还|没还|赖)|欠条|借条|民事|民间借贷|租房|押金不退|退押金|房东|物业|拆迁|宅基地|漏水|房产(证|纠纷)|买房|合同(纠纷|违约)|网购|退款|退货|消费者|医疗(纠纷|事故)|行政(拘留|处罚|复议|诉讼)|治安(拘留|处罚)|拘留(了)?${quantity}(天|日)|违章|闯红灯|扣${quantity}分|罚款|信用卡逾期|网贷|失信|老赖|被执行|divorce|landlord|my salary|unpaid wages|deposit back|return my deposit|inheritance|labou?r dispute`,
  ),
  unless: new RegExp(
    `${accused.source}|刑事|罚金|拒不支付|恶意欠薪|拒执|刑拘|醉驾|酒驾|毫克|并处罚|诈骗罪|盗窃罪`,
  ),
  or: isCivil,
}

export const foreigner: Row = {
  step: 'foreigner',
  outcome: 'redirect',
  when: /外国人|外籍|老外|(越南|缅甸|韩国|日本|俄罗斯|美国|非洲|尼日利亚|泰国|老挝|朝鲜)人|大使馆|领事馆?|(要|需要|请|有)(个)?翻译|听不懂(中文|普通话|汉语|国语)|(中文|普通话|汉语)[^,]{0,3}(不好|不会|不行)|维吾尔|藏(族|语)|蒙古(族|语)|朝鲜族|哈萨克|彝族|foreigner|i'?m from (nigeria|vietnam|myanmar|russia|korea|japan|india|pakistan|the us|america|africa|ghana|kenya|[a-z]+land)|no one speaks|speaks? english|(汉|中国|普通)话(不会|说不)|不会(说|讲|听)(汉|中|普通)|foreigner|my passport|embassy|consulate|interpreter|don't speak chinese|not speak chinese/,
  unless:
    /(对方|被害人|骗了|打了)[^,]{0,4}(外国|老外|越南|美国)|(去|到|跑|逃)[^,]{0,2}(缅甸|越南|泰国|美国)/,
  or: needsInterpreter,
}

export const military: Row = {
  step: 'military',
  outcome: 'redirect',
  when: /现役|军人|部队(?!里学)|武警(?!医院)|士兵|士官|军官|在当兵|服兵役|军事检察|i am a soldier|in the army/,
  unless: /退伍|退役|军婚|冒充|以前当兵|当过兵/,
}

export const privateProsecution: Row = {
  step: 'private-prosecution',
  outcome: 'redirect',
  when: /自诉|(告|起诉)我(诽谤|侮辱)|private prosecution/,
  or: byOneself,
}

export const cannotAfford: Row = {
  step: 'cannot-afford',
  outcome: 'redirect',
  when: /请不起(律师)?|没(有)?钱(请|找|雇)[^,]{0,3}律师|法律?援助(?!中心|机构|工作站|律师)|(付|出|掏|雇|找)不起[^,]{0,4}律师|低保|(派|指派|请|给|安排|找)[^,]{0,4}免费(的)?律师|没(有)?(工作|收入|钱)[^,]{0,6}律师|免费[^,]{0,6}(派|指派|请|给|安排|找)[^,]{0,4}律师|(申请|办|要)[^,]{0,4}法(律)?援(助)?|律师费[^,]{0,4}(贵|付不|出不)|can't afford|cannot afford|apply for legal aid/,
  unless: /^(帮|替)/,
  or: poor,
}
