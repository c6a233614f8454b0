import { accused } from './people.ts'
import type { Row } from './row.ts'

/** Whose matter it is, and which kind. */

const quantity = '[0-9一二两三四五六七八九十百]+'

export const matters: Row[] = [
  {
    step: 'victim',
    outcome: 'redirect',
    when: /我(是|作为)?(被害人|受害人|受害者)|(我|女儿|儿子|孩子|我妈|我爸|我家|妻子|丈夫|爸|妈)(的)?[^,]{0,6}(被|让|给)(人|他|她|别人|骗子|邻居|前夫|前男友|同学|一个人)?(家)?(打|骗|偷|抢|盗|强奸|猥亵|性侵|撞|敲诈|勒索|捅|砍|咬|诈骗|欺负|霸凌|家暴|骚扰|侮辱|拐|跟踪)(?!着|去|来)|我要(报案|报警|告他|告她)|想(报案|报警)|(不|没)(给)?(予)?立案|报(了)?警[^,]{0,6}(不|没人)管|追回(损失|钱|来)|(?<!警察|办案|民警)(前男友|前夫|前妻|他|她|对方|邻居|有人|老板|同学|丈夫|男朋友|骗子|别人|几个人|那人)[^,]{0,6}(把|将)我[^,]{0,10}(打|砍|捅|撞|骗|推|咬|踢)|(对方|他|她|骗子|有人|别人)(打|骗|偷|抢|撞|砍|捅)了我|被坑|刷单|杀猪盘|上当(了|受骗)|受骗|诈骗了我|(公安|警察|派出所)[^,]{0,6}(拖着|不管|不办|不受理|不处理)|i (was|have been|got) (robbed|attacked|beaten|scammed|cheated|raped|assaulted)|i am (the|a) victim|report a crime/,
    unless: new RegExp(
      `${accused.source}|被(骗|骗去|骗着|忽悠|诱骗)(去|着|来)?(办卡|开卡|转账|取钱|帮|借卡|卖卡|做)|(警察|办案|他们)[^,]{0,6}(打|逼|骂)(我|了我)|离婚`,
    ),
  },
  {
    step: 'witness',
    outcome: 'redirect',
    when: /(作|做)证(?!据)|(当|是|作为|做)(个)?证人|证人(身份|出庭)|目击(者|证人)|i am a witness|as a witness|testify/,
    unless:
      /(不是|还是|或者)(证人|嫌疑)|嫌疑人还是|证人(改|乱|说谎|撒谎|都)|(让|找|请|叫)(他|她|人|别人|朋友)[^,]{0,4}作证|伪证|作证明/,
  },
  {
    step: 'after-sentence',
    outcome: 'redirect',
    when: /减刑|假释|服刑|(?<!能)申诉|再审|社区矫正|矫正(期|对象|局)|缓刑(考验)?期(间|内)?|刑满|出狱|监外执行|parole|probation officer|serving (his|her|a|my) sentence/,
    unless: /扣[0-9一二三六十]+分|罚款|劳动|不起诉|(一审|刚)判|没(判|生效)|会不会|服刑人员/,
  },
  {
    step: 'supervision',
    outcome: 'redirect',
    when: /监委|监察委|监察机关|纪委|纪检|留置|责令候查|双规|管护|supervisory commission/,
  },
  {
    step: 'state-security',
    outcome: 'redirect',
    when: /国安(?!全带)|国家安全|间谍|恐怖(组织|活动|主义|分子)|颠覆国家|分裂国家|煽动颠覆|境外(势力|间谍)|espionage|terroris|state security|spy/,
    unless: /恐怖片|太恐怖|好恐怖/,
  },
  {
    step: 'not-criminal',
    outcome: 'redirect',
    when: new RegExp(
      `离婚|抚养(权|费)|彩礼|财产分割|遗产|继承|遗嘱|赡养|(拖?欠|不发|不给|讨|要)(我)?[^,]{0,6}(工资|薪|工钱)|工伤|劳动(仲裁|合同|争议)|社保|公积金|保险公司|(二手|新)(车|房)|卖家|买家|商家|店家|质量问题|(不|拒绝)(退|赔|理赔)(钱|款)?$|加班费|年终奖|劳务费|(被|公司|把我|给我)(辞|开除|裁)|交警[^,]{0,6}罚|罚(了|我)[^,]{0,4}(千|百|块|元)|拘了(我)?${quantity}天|(装修|快递|退票|保险理赔|物业费|噪音|宠物|狗咬|征地|户口|包工头|欠我)|(借|欠)(我|了我|他|别人)?[^,]{0,4}(钱|款|债)[^,]{0,4}(不还|没还|赖)|欠条|借条|民事|民间借贷|租房|押金不退|退押金|房东|物业|拆迁|宅基地|漏水|房产(证|纠纷)|买房|合同(纠纷|违约)|网购|退款|退货|消费者|医疗(纠纷|事故)|行政(拘留|处罚|复议|诉讼)|治安(拘留|处罚)|拘留(了)?${quantity}(天|日)|违章|闯红灯|扣${quantity}分|罚款|信用卡逾期|网贷|失信|老赖|被执行|divorce|landlord|my salary|unpaid wages|deposit back|return my deposit|inheritance|labou?r dispute`,
    ),
    unless: new RegExp(
      `${accused.source}|刑事|罚金|拒不支付|恶意欠薪|拒执|刑拘|醉驾|酒驾|毫克|并处罚|诈骗罪|盗窃罪`,
    ),
  },
  {
    step: 'foreigner',
    outcome: 'redirect',
    when: /外国人|外籍|老外|(越南|缅甸|韩国|日本|俄罗斯|美国|非洲|尼日利亚|泰国|老挝|朝鲜)人|大使馆|领事馆?|(要|需要|请|有)(个)?翻译|听不懂(中文|普通话|汉语|国语)|(中文|普通话|汉语)[^,]{0,3}(不好|不会|不行)|维吾尔|藏(族|语)|蒙古(族|语)|朝鲜族|哈萨克|彝族|foreigner|i'?m from (nigeria|vietnam|myanmar|russia|korea|japan|india|pakistan|the us|america|africa|ghana|kenya|[a-z]+land)|no one speaks|speaks? english|(汉|中国|普通)话(不会|说不)|不会(说|讲|听)(汉|中|普通)|foreigner|my passport|embassy|consulate|interpreter|don't speak chinese|not speak chinese/,
    unless:
      /(对方|被害人|骗了|打了)[^,]{0,4}(外国|老外|越南|美国)|(去|到|跑|逃)[^,]{0,2}(缅甸|越南|泰国|美国)/,
  },
  {
    step: 'military',
    outcome: 'redirect',
    when: /现役|军人|部队(?!里学)|武警(?!医院)|士兵|士官|军官|在当兵|服兵役|军事检察|i am a soldier|in the army/,
    unless: /退伍|退役|军婚|冒充|以前当兵|当过兵/,
  },
  {
    step: 'private-prosecution',
    outcome: 'redirect',
    when: /自诉|(告|起诉)我(诽谤|侮辱)|private prosecution/,
  },
  {
    step: 'pressed',
    outcome: 'redirect',
    urgent: true,
    hard: true,
    when: /刑讯|拍桌子|不让(我)?合眼|(审|问|关|熬)了?(我)?(一天一夜|[两三四五]天|整夜|通宵|[0-9二三四]+多?个?小时)(?!不让走)|按着(我)?的?手|(硬|强行|强迫|抓着)[^,]{0,4}(按|签)|不配合就|拿(妻子|孩子|家人|爸妈)[^,]{0,4}(威胁|说事|压)|(冻|饿|熬|晾)(着)?我|(连续|通宵|疲劳)(审|问)|不给(我)?(水|饭|吃|喝)|逼(我)?(供|认|签|承认)|屈打成招|诱供|骗供|(警察|办案(的|人员|民警)?|他们|辅警|检察官|法官|审讯)[^,]{0,8}(打|扇|踹|踢|电|骂|吊|铐|威胁|恐吓|吓唬)(了|过|着)?(我|人)|不让(我)?(睡|吃|喝水|上厕所|见律师|休息)|(不签|不认|不承认)(字)?(就|要|会)(抓|关|拘|判|刑拘|让)|(认了|承认|签了)(就|马上)?(给|能|可以)?(办)?(取保|放人|放我|没事|放)|beat me|forced me|they (threatened|hit|beat) me|torture/,
    unless: /被(邻居|同学|老板|前夫|丈夫)/,
  },
  {
    step: 'cannot-afford',
    outcome: 'redirect',
    when: /请不起(律师)?|没(有)?钱(请|找|雇)[^,]{0,3}律师|法律?援助(?!中心|机构|工作站|律师)|(付|出|掏|雇|找)不起[^,]{0,4}律师|低保|(派|指派|请|给|安排|找)[^,]{0,4}免费(的)?律师|没(有)?(工作|收入|钱)[^,]{0,6}律师|免费[^,]{0,6}(派|指派|请|给|安排|找)[^,]{0,4}律师|(申请|办|要)[^,]{0,4}法(律)?援(助)?|律师费[^,]{0,4}(贵|付不|出不)|can't afford|cannot afford|apply for legal aid/,
    unless: /^(帮|替)/,
  },
]
