import type { Language } from '../../desk/desk.ts'

/** What a test of a channel says, and what is wrong where it did not work: one line somebody can act on. */

interface TestWords {
  written: string
  spoken: string
  sent: Record<'phone' | 'sms' | 'whatsapp' | 'telegram', string>
}

export const testWords: Record<Language, TestWords> = {
  'zh-CN': {
    written: '这是值班台的测试消息，收到就说明这个渠道是通的，不用回复。',
    spoken: '这是值班台的测试电话。您听到这句话，就说明电话是通的。可以挂断了。',
    sent: {
      phone: '已经拨出，电话应当在几秒内响起；接起来会听到一句测试语音。',
      sms: '已经交给运营商，短信应当在一分钟内到。',
      whatsapp: '已经交给运营商，消息应当在一分钟内到。',
      telegram: '已经送达 Telegram，请看手机。',
    },
  },
  en: {
    written: 'This is a test message from the duty desk. It arrived, so this channel works.',
    spoken: 'This is a test call from the duty desk. You hear it, so the telephone works.',
    sent: {
      phone: 'Placed. The phone should ring within seconds; you will hear one sentence.',
      sms: 'Handed to the carrier. It should arrive within a minute.',
      whatsapp: 'Handed to the carrier. It should arrive within a minute.',
      telegram: 'Delivered to Telegram. Look at the phone.',
    },
  },
}

type Line = readonly [zh: string, en: string]

const known: Record<string, Line> = {
  channel_off: [
    '这个渠道没有开通：缺少它的环境变量（见运维指南）。',
    'This channel is off: its environment variables are missing (see the operator’s guide).',
  ],
  telegram_401: [
    'Telegram 不认这个机器人令牌：请核对 TELEGRAM_BOT_TOKEN。',
    'Telegram refuses the bot token: check TELEGRAM_BOT_TOKEN.',
  ],
  telegram_404: [
    'Telegram 不认这个机器人令牌：请核对 TELEGRAM_BOT_TOKEN。',
    'Telegram refuses the bot token: check TELEGRAM_BOT_TOKEN.',
  ],
  telegram_400: [
    '找不到这个聊天：请先在 Telegram 里对机器人点一次“开始”，再核对聊天编号。',
    'No such chat: first press Start with the bot in Telegram, then check the chat id.',
  ],
  telegram_403: [
    '对方停用了这个机器人：请在 Telegram 里重新点“开始”。',
    'The bot is blocked there: press Start again in Telegram.',
  ],
  twilio_20003: [
    '运营商不认这个账号：请核对 TWILIO_ACCOUNT_SID 和 TWILIO_AUTH_TOKEN。',
    'The carrier refuses the account: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
  ],
  twilio_401: [
    '运营商不认这个账号：请核对 TWILIO_ACCOUNT_SID 和 TWILIO_AUTH_TOKEN。',
    'The carrier refuses the account: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.',
  ],
  twilio_21211: [
    '这个号码不对，请带国家码再写一遍。',
    'This number is not valid; write it with its country code.',
  ],
  twilio_21210: [
    '主叫号码没有核验：请核对 TWILIO_NUMBER 是不是这个账号的号码。',
    'The calling number is not verified: check that TWILIO_NUMBER belongs to this account.',
  ],
  twilio_21212: [
    '主叫号码不对：请核对 TWILIO_NUMBER。',
    'The calling number is not valid: check TWILIO_NUMBER.',
  ],
  twilio_21215: ['账号没有开通往这个地区的呼叫。', 'The account may not call this region.'],
  twilio_21408: [
    '账号没有开通往这个地区的短信。',
    'The account may not send messages to this region.',
  ],
  twilio_21606: [
    'TWILIO_NUMBER 不能发短信，请换一个能发短信的号码。',
    'TWILIO_NUMBER cannot send messages; use one that can.',
  ],
  twilio_21219: [
    '试用账号只能打给核验过的号码。',
    'A trial account may only call numbers that were verified.',
  ],
}

const otherwise: [RegExp, Line][] = [
  [
    /^(telegram|twilio)_(429)$/,
    ['发得太快，对方要求稍等；过一分钟再试。', 'Too fast for the vendor; try again in a minute.'],
  ],
  [
    /^(telegram|twilio)_5\d\d$/,
    ['对方的系统出了故障，过一会儿再试。', 'The vendor’s system is failing; try again later.'],
  ],
  [
    /_host_refused$/,
    [
      '本机设置没有允许连接这个地址，没有发出：请核对环境变量里的服务器地址（日志里有主机名），再重新启动。',
      'The settings do not allow this address, so nothing was sent: check the server’s address in the environment (the log names the host) and start again.',
    ],
  ],
  [
    /_redirected$/,
    [
      '对方的服务器让我们改去别的地址，没有跟过去：请把环境变量里的地址改成最终的那个。',
      'The server points to another address, which was not followed: put the final address into the environment.',
    ],
  ],
  [
    /(timeout|unreachable|network|connection)/,
    [
      '连不上对方的服务器：请检查这台机器能不能上外网。',
      'The vendor’s server cannot be reached: check this machine’s way to the internet.',
    ],
  ],
]

export function channelTrouble(code: string, english: boolean): string {
  const line: Line = known[code] ??
    otherwise.find(([pattern]) => pattern.test(code))?.[1] ?? [
      `对方没有接受（代码 ${code}）。`,
      `The vendor refused (code ${code}).`,
    ]
  return line[english ? 1 : 0]
}
