/**
 * R29.3 (Art. 29): words of a lawyer that sound like money or a private contact. The lawyer is warned before they go out;
 * the log keeps which kind it was, never the words.
 */

export type Wording = 'fee' | 'contact'

/** Sources of regular expressions, so that a browser can look before it sends. */
export const wordings: Record<Wording, string> = {
  fee: '收费|律师费|代理费|咨询费|服务费|手续费|好处费|辛苦费|转账|转钱|打钱|汇款|付款|付钱|红包|收款码|银行卡|卡号|委托我|请我代理|我来代理|做您的辩护人|聘请我|\\b(my )?fees?\\b|\\bpay me\\b|\\bbank (card|account)\\b|\\bwire transfer\\b|\\bhire me\\b|\\bred packet\\b',
  contact:
    '加(我|个)?(的)?(微信|vx|v信|qq)|我的(微信|手机|电话|私人号|qq)|微信号|私下(联系|谈|说)|私聊|打我(的)?(手机|电话)|(?<!\\d)1[3-9]\\d{9}(?!\\d)|\\bmy (private|personal|own) (number|phone|e-?mail|wechat)\\b|\\badd me on\\b|\\bwe ?chat id\\b',
}

const compiled = Object.entries(wordings).map(
  ([kind, source]) => [kind as Wording, new RegExp(source, 'i')] as const,
)

export const warnings = (text: string): Wording[] =>
  compiled.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
