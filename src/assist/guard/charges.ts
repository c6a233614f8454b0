import { folded } from './fold.ts'

/** Charges a draft may name: those of the Criminal Law that come to a duty lawyer, or any that somebody named. */

const unknown =
  /^(不详|未告知|不明|未知|暂不清楚|不清楚|尚不明确|无|unknown|not (known|stated|told))$/i

/** What people say of a matter, and what it is called. */
const matters: [RegExp, RegExp][] = [
  [
    /危险驾驶|醉驾|醉酒驾|dangerous driving|drunk driv/,
    /酒|醉|毫克|飙车|驾|drunk|drink|alcohol|driv/,
  ],
  [/交通肇事|traffic/, /肇事|撞|车祸|事故|交警|accident|crash|hit/],
  [/盗窃|theft|steal|larceny/, /偷|盗|拿了|steal|stole|theft|took/],
  [/诈骗|fraud/, /骗|刷单|fraud|scam|cheat/],
  [
    /故意伤害|寻衅滋事|聚众斗殴|assault|injur|affray|picking quarrels/,
    /打|伤|殴|揍|架|砸|闹|fight|fought|hit|beat|injur|assault|quarrel/,
  ],
  [
    /帮助信息网络|帮信|掩饰|隐瞒犯罪所得|洗钱|information network|conceal|laundering/,
    /卡|帮信|流水|转账|跑分|洗|收赃|银行|微信|card|account|transfer|launder/,
  ],
  [/赌博|开设赌场|gambl/, /赌|棋牌|牌|彩|gambl|bet/],
  [/毒品|毒|drug/, /毒|冰|麻|drug/],
  [/强奸|猥亵|rape|indecen/, /奸|猥亵|性|rape|sex|touch/],
  [
    /职务侵占|挪用资金|贪污|受贿|行贿|挪用公款|embezzl|brib|misappropriat/,
    /公司|单位|公款|侵占|挪用|贿|贪|company|fund|money|brib/,
  ],
]

const named = new Set(
  '危险驾驶 交通肇事 重大责任事故 盗窃 诈骗 合同诈骗 信用卡诈骗 贷款诈骗 集资诈骗 票据诈骗 保险诈骗 抢劫 抢夺 敲诈勒索 故意毁坏财物 破坏生产经营 职务侵占 挪用资金 拒不支付劳动报酬 侵占 故意伤害 过失致人重伤 过失致人死亡 故意杀人 强奸 强制猥亵 猥亵儿童 非法拘禁 绑架 非法侵入住宅 侮辱 诽谤 诬告陷害 侵犯公民个人信息 重婚 虐待 遗弃 寻衅滋事 聚众斗殴 聚众扰乱社会秩序 妨害公务 袭警 招摇撞骗 伪造公司印章 伪造国家机关证件 买卖国家机关证件 使用虚假身份证件 组织考试作弊 非法利用信息网络 帮助信息网络犯罪活动 帮信 掩饰、隐瞒犯罪所得 掩饰隐瞒犯罪所得 掩饰、隐瞒犯罪所得、犯罪所得收益 洗钱 窝藏 包庇 伪证 妨害作证 帮助毁灭、伪造证据 虚假诉讼 拒不执行判决、裁定 拒不执行判决裁定 赌博 开设赌场 偷越国（边）境 偷越国边境 组织他人偷越国（边）境 运送他人偷越国（边）境 走私 走私、贩卖、运输、制造毒品 贩卖毒品 运输毒品 非法持有毒品 容留他人吸毒 非法种植毒品原植物 组织卖淫 容留卖淫 介绍卖淫 引诱、容留、介绍卖淫 传播淫秽物品 制作、复制、出版、贩卖、传播淫秽物品牟利 传播淫秽物品牟利 非法经营 非法吸收公众存款 组织、领导传销活动 组织领导传销活动 虚开增值税专用发票 虚开发票 逃税 假冒注册商标 销售假冒注册商标的商品 侵犯著作权 侵犯商业秘密 生产、销售伪劣产品 生产、销售假药 生产、销售有毒、有害食品 生产、销售不符合安全标准的食品 串通投标 强迫交易 贪污 受贿 行贿 挪用公款 非国家工作人员受贿 对非国家工作人员行贿 单位行贿 滥用职权 玩忽职守 失火 放火 爆炸 以危险方法危害公共安全 高空抛物 妨害安全驾驶 非法持有枪支 非法持有、私藏枪支、弹药 非法买卖枪支 非法制造、买卖爆炸物 非法狩猎 危害珍贵、濒危野生动物 非法捕捞水产品 非法采矿 滥伐林木 盗伐林木 非法占用农用地 污染环境 妨害传染病防治 非法行医 催收非法债务 高利转贷 骗取贷款 妨害信用卡管理 窃取、收买、非法提供信用卡信息 非法获取计算机信息系统数据 破坏计算机信息系统 提供侵入、非法控制计算机信息系统程序、工具'
    .split(' ')
    .map((one) => folded(one)),
)

const english =
  /^(dangerous|drunk) driving$|^(causing a )?traffic (accident|casualty)( crime)?$|^(contract |credit card |loan |insurance )?fraud$|^theft$|^larceny$|^robbery$|^extortion$|^(intentional|aggravated) (injury|assault)$|^assault$|^rape$|^picking quarrels( and provoking trouble)?$|^(affray|gambling|bribery|embezzlement|money laundering|tax evasion|smuggling|arson)$|^running a (casino|gambling house)$|^(assisting|helping) information network crim(e|inal activities)$|^(concealing|disguising)[\w ,]* proceeds( of crime)?$|^drug (dealing|trafficking|possession)$|^obstructing (official duty|public service)$|^illegal (detention|business operations)$/

/** The charge as it may be shown; 不详 where nobody named it and something else was spoken of. */
export function chargeOf(charge: string, said: string[], language: string): string | null {
  const none = language === 'en' ? 'unknown' : '不详'
  const text = charge.trim().replace(/[。.]$/, '')
  if (text === '' || unknown.test(text)) return text === '' ? none : text
  const words = folded(said.join('\n'))
  const parts = text.split(/[、,，;；和及/]|\band\b/).map((one) => one.trim())
  const bare = (one: string): string =>
    folded(one.replace(/^(涉嫌|suspected of |suspicion of )/i, '').replace(/罪$|罪名$/, ''))
  const isKnown = (one: string): boolean => {
    const name = bare(one)
    return (
      named.has(name) ||
      english.test(name) ||
      (name.length >= 2 && name.length <= 20 && words.includes(name))
    )
  }
  if (!isKnown(text) && !parts.every(isKnown)) return null
  return parts.every((one) => fits(bare(one), words)) || fits(bare(text), words) ? text : none
}

/** Named as such, or of the kind of matter spoken of; where no matter is recognised nothing speaks against it. */
function fits(name: string, words: string): boolean {
  if (words.includes(name)) return true
  const own = matters.filter(([called]) => called.test(name))
  if (own.length === 0 || own.some(([, spoken]) => spoken.test(words))) return true
  return !matters.some(([, spoken]) => spoken.test(words))
}
