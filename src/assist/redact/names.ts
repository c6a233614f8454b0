import type { Find } from './patterns.ts'

/**
 * People's names. A dictionary of Chinese words (ICU's, on every engine) leaves a name in single characters; a surname
 * that stands alone, with one or two characters after it that make no word, is a name. Too many are hidden rather than
 * too few: what is hidden is put back when the answer comes.
 */

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫嵺苟褚娄匡糜巫栾鞠冷辛阚那简沙敖仇郎晏占桑蒙佟麦巩晁骆闫冼覃卓蔺'
const doubles = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '宇文',
  '长孙',
  '司徒',
  '司空',
  '夏侯',
  '轩辕',
  '端木',
  '南宫',
  '西门',
  '呼延',
  '独孤',
]

/** Characters that begin no given name here: a verb, a particle, a number, a place. */
const never = new Set(
  '的了是在有不我你他她它们这那个人就都说要去来到把被让给和跟与或但而也还又再才没会能可想得着过为对向从以之所其此该将已曾很太更最真好多少大上下里外前后左右内每各几两一二三四五六七八九十百千万亿零〇0123456789年月日号时分秒天点元块次条件张份只什么怎哪谁吗呢吧啊呀哦嘛因如果虽然所并且及于等第某省市县区镇乡村路街号楼室找打叫问拿送签判抓偷骗借钱家喝吃开走跑看听做用买卖收付还欠关放住坐站车房卡案事罪法律刑证书警检院官局所队认罚取保候审诉讼拘留逮捕查封通知转汇存委检工纸票款办护电话手机微信短信今明昨早晚午早先后现正刚快慢男女老小爸妈爷奶哥姐弟妹儿孩妻夫公婆',
)
/** Those that begin given names all the same: 小明, 大强, 家辉, 一鸣. */
const friendly = new Set('小大一家明正文子天世建之则市可万东南海江春秋先后前')
/** Given names are made of some of these all the same, as a second character. */
const second = new Set(
  '明华国民平安生文武军红玉金秀英强福贵林兰凤云龙飞杰海洋波涛峰辉刚勇健康宁正法方成立志东西南北中',
)
const titles =
  /^(警官|法官|检察官|律师|先生|女士|小姐|老师|队长|所长|主任|科长|局长|经理|老板|总|哥|姐|叔|姨|师傅|医生|大夫|同志|某|某某)$/
/** Words of two characters that follow a surname character which is no surname there. */
const words =
  /^(什么|怎么|时候|一起|现在|昨天|今天|明天|已经|可以|没有|还有|知道|应该|或者|因为|所以|如果|但是|不能|不会|不是|就是|都是|这个|那个|我们|他们|自己|东西|事情|问题|情况|办法|关系|律师|警察|公安|检察|法院|派出|电话|手机|微信|朋友|同事|公司|单位|工作|学校|医院|银行|处理|解决|规定|法律|案件|证据|责任|赔偿|认罪|认罚|取保|候审|签字|起诉|判决|上诉|说明|告诉|通知|要求|同意|需要|准备|决定|参与|参加|提供|帮忙|开始|结束|完成|进行|发生|受伤|喝酒|开车|打架|偷东|转账|借钱|还钱|年级|年前|个月|小时|分钟|公里|毫克|万元|多少|几天|几年|左右|以上|以下|之前|之后|以后|以前|出来|进去|回来|过来|过去|起来|下来|上去)/

type Segment = { segment: string; index: number }
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const isCjk = (text: string): boolean => /^[\u3400-\u9fff]+$/.test(text)
const given = (text: string): boolean => text.length === 1 && isCjk(text) && !never.has(text)

const begins = (letter: string): boolean => !never.has(letter) || friendly.has(letter)

/** How much of what follows a surname is a given name. */
function tail(next: Segment[]): number {
  const [one, two] = next.map(({ segment }) => segment)
  if (one === undefined || !isCjk(one)) return 0
  if (titles.test(one)) return 0
  if (one.length === 2) return words.test(one) || !begins(one[0] ?? '') ? 0 : 2
  const more = two !== undefined && two.length === 1 && (given(two) || second.has(two))
  if (!given(one)) return friendly.has(one) && more ? 2 : 0
  if (two === undefined || titles.test(two)) return 1
  return two.length === 1 && isCjk(two) && (given(two) || second.has(two)) ? 2 : 1
}

/** 张 counts flat things, 高 is tall: what stands before tells. */
const counted = /[一二三四五六七八九十几两这那每半多数0-9]$/
const ambiguous = new Set(
  '高何曾段时成向任于许余关解费单边安常万方金白黄石江马车毛钱文武路时古管位占查强易季华房那童',
)
/** Everyday words first, surnames now and then. */
const strict = new Set('房费车向查边单解成时关管强季段路于连安钱都全')
const introduces =
  /(叫|我是|名字是|姓名|名叫|叫做|本人|被告人?|嫌疑人|被害人|受害人|证人|当事人|同案犯?|同伙|朋友|同事|老板|丈夫|妻子|老公|老婆|儿子|女儿|对方|检察官|法官|警官|民警|办案的|的|是|哥哥?|弟弟?|姐姐?|妹妹?|父亲|母亲|邻居|法人|经理|和|跟|与|给|找|把|被|让|向|叫了|打了|骗了|借给|[:：、,，]|^)\s?$/

export function names(text: string): Find[] {
  const segments: Segment[] = [...segmenter.segment(text)]
  const finds: Find[] = []
  for (const [at, { segment, index }] of segments.entries()) {
    const next = segments.slice(at + 1, at + 3)
    const before = text.slice(0, index)
    if (doubles.includes(segment)) {
      const more = tail(next)
      if (more > 0) finds.push({ from: index, to: index + 2 + more, kind: '姓名' })
      continue
    }
    if (segment.length === 2 && /^[老小阿]/.test(segment) && surnames.includes(segment[1] ?? '')) {
      if (!/^(老马识|小时|小马|小石|小路|小车|老家)/.test(segment)) {
        finds.push({ from: index + 1, to: index + 2, kind: '姓名' })
      }
      continue
    }
    // A name the dictionary knows as a word, where it is introduced as one.
    if (
      (segment.length === 2 || segment.length === 3) &&
      surnames.includes(segment[0] ?? '') &&
      /(我叫|名叫|叫做|姓名[是:：]?|名字是|我是)\s?$/.test(before) &&
      !words.test(segment) &&
      !/^(高中|高三|高一|高二|马上|常常|任何|石头|白酒|黄金|方便|安全|成年|华人|回族|汉族|单亲|单身|文盲|农民|司机|房东|车主|管理|解放|关键)/.test(
        segment,
      )
    ) {
      finds.push({ from: index, to: index + segment.length, kind: '姓名' })
      continue
    }
    if (segment.length !== 1 || !surnames.includes(segment)) continue
    const previous = text[index - 1] ?? ''
    const title = titles.test(next[0]?.segment ?? '')
    if (/[老小阿姓]/.test(previous) || (title && !counted.test(previous))) {
      finds.push({ from: index, to: index + 1, kind: '姓名' })
      continue
    }
    const more = tail(next)
    if (more === 0) continue
    if (segment === '张' && counted.test(previous)) continue
    const alone = more < 2 || strict.has(segment)
    const doubtful = counted.test(previous) || (alone && !introduces.test(before))
    if (ambiguous.has(segment) && doubtful) continue
    finds.push({ from: index, to: index + 1 + more, kind: '姓名' })
  }
  return [...finds, ...told(text)]
}

/** Introduced in so many words, in either language; names of other peoples. */
const forms = [
  /(?:[我人他她]叫(?!我|他|她|你|人|派|公|警|检|法|律|去|来|做|到|过|什|啥)|我的名字[是叫]|名叫|姓名[是为:：]\s?)([\u3400-\u9fff·]{2,8}?)(?=[,，。;；!！?？\s]|$|是|在|住|今年|男|女|身份|电话)/dg,
  /([\u3400-\u9fff]{2,8}[·•・][\u3400-\u9fff]{2,8}(?:[·•・][\u3400-\u9fff]{2,8})?)/dg,
  /(?:[Mm]y name is|[Nn]ame:|I am called|(?:I'm|I am|[Tt]his is)(?= [A-Z][a-z]+ [A-Z]))\s?([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3})/dg,
  /(?:Mr|Mrs|Ms|Miss|Dr|Officer|Judge|Prosecutor|Lawyer|Attorney)\.?\s([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)/dg,
  /(?:friend|boss|husband|wife|brother|sister|son|daughter|cousin|colleague|victim|witness|neighbou?r)(?: named| called|,)? ([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)/dg,
]

const told = (text: string): Find[] =>
  forms.flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ indices }): Find[] => {
      const found = indices?.[1]
      return found ? [{ from: found[0], to: found[1], kind: '姓名' }] : []
    }),
  )
