import type { Channel, Language } from '../desk.ts'

/**
 * What clients are told about their own data: short first, the whole at /privacy. Legal statements cite their article.
 * A new `version` where what is agreed to changes: whoever agreed to another is asked again.
 */

/** Of what is agreed to below. */
export const CONSENT = 1

/** Carried by companies abroad, wherever the desk itself stands: case words are sensitive, and leave the country (PIPL 29, 39). */
export const carriedAbroad = (channel: Channel): channel is 'telegram' | 'sms' | 'whatsapp' =>
  channel === 'telegram' || channel === 'sms' || channel === 'whatsapp'

interface PrivacyTexts {
  /** CPL 78, R24.7. Said aloud too. */
  monitored: string
  /** The last line of the first notice. */
  whole: (link: string) => string
  /** Separate consent, beside the notice and never before help. */
  abroad: (carrier: string, link: string) => string
  carrier: Record<'telegram' | 'sms' | 'whatsapp', string>
  agreed: string
  disagreed: (link: string) => string
  myData: (link: string) => string
  myDataHere: (link: string) => string
  /** By telephone; up to 150 characters. `days`: null where the archive rule says. */
  spoken: (days: number | null) => string
  spokenSent: string
  spokenHidden: string
}

export const privacyTexts: Record<Language, PrivacyTexts> = {
  'zh-CN': {
    monitored:
      '先提醒您：监视居住的，侦查期间执行机关可以监控通信（刑事诉讼法第78条），在这里说的、写的也可能被看到、听到。案情可以少说，只说想问什么。找值班律师照常可以。',
    whole: (link) => `您的信息怎么处理：${link}`,
    abroad: (carrier, link) =>
      `您在这里写的话会经过${carrier}，它在境外。案情是敏感个人信息，经境外传送要您单独同意（个人信息保护法第29、39条）：同意请选“同意经境外传送”。不同意，请改用网页${link}或者打电话；找值班律师都一样，不用先同意。`,
    carrier: { telegram: 'Telegram', sms: '短信服务商', whatsapp: 'WhatsApp' },
    agreed: '已记下您的同意。随时写“撤回同意”就可以撤回。',
    disagreed: (link) =>
      `好的，已记下，您不同意经境外传送案情。请改用网页${link}或者打电话。在这里我们不再问案情；写“律师”照样请值班律师，写“我的数据”可以查看和删除。`,
    myData: (link) =>
      `查看、带走、更正、删除您的数据：${link}\n一天内有效，谁拿到都能打开，请不要转给别人。`,
    myDataHere: (link) => `查看、带走、更正、删除您的数据：${link}`,
    spoken: (days) =>
      `您的号码只用来联系您，${days === null ? '按档案规定保存' : `最后一次联系${days}天后删除`}。通话不录音，律师写的记录加密保存。要查看、更正或者删除，请按6，我们把链接发短信给您。`,
    spokenSent: '链接已经发短信到您的号码，一天内有效。',
    spokenHidden:
      '您的电话没有显示号码，我们没有保存号码，也没法发短信。可以请律师代为更正或者删除。',
  },
  en: {
    monitored:
      'Warning: under residential surveillance the authority may monitor what you say here (Criminal Procedure Law, art. 78). Tell few facts. The lawyer is still there for you.',
    whole: (link) => `How your data is handled: ${link}`,
    abroad: (carrier, link) =>
      `What you write here passes through ${carrier}, which is outside China. Facts of a case are sensitive personal information; sending them abroad needs your separate consent (Personal Information Protection Law, arts. 29, 39): choose “I agree to sending abroad”. If you do not, use the page ${link} or ring us. You reach the duty lawyer either way, without agreeing first.`,
    carrier: { telegram: 'Telegram', sms: 'the text message carrier', whatsapp: 'WhatsApp' },
    agreed: 'Your consent is noted. Write “withdraw consent” at any time to take it back.',
    disagreed: (link) =>
      `Noted: you do not agree to case facts passing abroad. Please use the page ${link} or ring us. We ask nothing about your case here; “lawyer” still brings the duty lawyer, and “my data” lets you see and delete it.`,
    myData: (link) =>
      `See, take, correct or delete your data: ${link}\nValid for a day; whoever has it can open it, so do not pass it on.`,
    myDataHere: (link) => `See, take, correct or delete your data: ${link}`,
    spoken: (days) =>
      `Your number is ${days === null ? 'kept as our archive rule says' : `deleted ${days} days after our last contact`}. Nothing is recorded. To see, correct or delete it by a text we send, press 6.`,
    spokenSent: 'The link was sent to your number as a text; it works for a day.',
    spokenHidden:
      'Your number is hidden, so we keep none and can send no text. Ask the lawyer to correct or delete.',
  },
}
