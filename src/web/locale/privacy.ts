import type { Channel, Language } from '../../desk/desk.ts'

/** The whole notice (PIPL 17, 30), of which every channel says the first lines. */

type Section = readonly [title: string, ...lines: string[]]

interface Told {
  desk: string
  address: string
  phone: string
  /** Days as `kept` says them. */
  talk: string
  consultation: string
  number: string
  trace: string
}

interface Words {
  title: string
  lead: (desk: string) => string
  kept: (days: number | null) => string
  sections: (told: Told) => Section[]
  thirdTitle: string
  thirdNone: string
  third: Partial<Record<Channel | 'model' | 'push', string>>
  rightsTitle: string
  rights: string[]
  mine: string
}

export const privacyWords: Record<Language, Words> = {
  'zh-CN': {
    title: '您的信息怎么处理',
    lead: (desk) =>
      `${desk}按《个人信息保护法》第17条告诉您：用您的什么信息、为什么、留多久、谁能看、您能做什么。`,
    kept: (days) => (days === null ? '按本中心的档案规定保存' : `${days}天后自动删除`),
    sections: ({ desk, address, phone, talk, consultation, number, trace }) => [
      ['谁在处理', `${desk}${address}${phone ? `，电话${phone}` : ''}。`],
      [
        '为什么可以处理',
        '值班律师的法律帮助是法律规定的职责（刑事诉讼法第36条、法律援助法第30条），为履行它可以处理必要的信息（个人信息保护法第13条第1款第3项、第34条）。超出这个范围的，才另外请您同意，不同意不影响找律师（第16条）。',
      ],
      [
        '处理什么',
        '您写的话、您选的步骤；打电话时按的键和您的号码；发短信、用Telegram时的号码或者账号编号。不问姓名，不问身份证号，不取位置和通讯录。',
        '涉嫌什么、案子到了哪一步，是敏感个人信息（第28条）：泄露会伤害您的名誉，所以加密保存，只给接待您的律师看。协调员要看，必须写明理由，您查得到。',
        '只有办正式手续（具结书、告知办案机关、申请法律援助、法律意见）时，律师才会问您的真实姓名。',
      ],
      [
        '留多久',
        `没有找律师的话：${talk}。律师解答过的话：${consultation}。号码和账号编号：最后一次联系后${number}。打过给谁、发出过什么：${trace}。`,
        '值班台账和正式文书，法律要求留存（值班律师工作办法第28条），按档案规定保存；您可以要求加注更正。',
      ],
      [
        '谁也听不到',
        '通话不录音，没有人旁听（值班律师工作办法第24条）。办案机关不能从这里看到您和律师说的话。',
        '监视居住的，侦查期间执行机关可以监控通信（刑事诉讼法第78条），这不由我们决定，请少说案情。',
        '您明确告诉律师愿意认罪认罚，律师应当及时告知办案机关（值班律师工作办法第25条）。',
      ],
    ],
    thirdTitle: '经过谁的手',
    thirdNone: '只有本中心自己的服务器。',
    third: {
      telegram:
        'Telegram：您写的话经过它在境外的服务器。要您单独同意（第29、39条），写“同意”或者“不同意”，随时可以撤回。',
      sms: '短信：经过在境外的短信服务商。要您单独同意，写“同意”或者“不同意”，随时可以撤回。',
      whatsapp:
        'WhatsApp：经过它在境外的服务器。要您单独同意，写“同意”或者“不同意”，随时可以撤回。',
      phone: '电话：由通信服务商接通，它知道号码和时长，不录音。',
      model:
        '语言模型（AI）：先隐去姓名、号码、地址，再帮助判断急不急、起草、翻译。写“不用AI”就不再给它看。电话里的话从不给它。',
      push: '推送：只叫醒律师的浏览器，没有您的任何信息。',
    },
    rightsTitle: '您能做什么（第44条至第48条）',
    rights: [
      '网页：打开“我的数据”，查看、带走、更正、删除。',
      'Telegram、短信、WhatsApp：写“我的数据”，会收到一个只给您的链接。',
      '电话：在开头按5再按6，链接发到您的手机；或者请律师、协调员代办。',
      '有人不当使用您的信息：告诉协调员，也可以向网信部门投诉（第65条）。',
    ],
    mine: '打开我的数据',
  },
  en: {
    title: 'How your data is handled',
    lead: (desk) =>
      `${desk} tells you, as article 17 of the Personal Information Protection Law (PIPL) asks: what is used, why, for how long, who sees it, and what you can do.`,
    kept: (days) =>
      days === null
        ? 'kept as the centre’s archive rule says'
        : `deleted by itself after ${days} days`,
    sections: ({ desk, address, phone, talk, consultation, number, trace }) => [
      ['Who', `${desk}${address}${phone ? `, telephone ${phone}` : ''}.`],
      [
        'On what ground',
        'A duty lawyer’s help is a duty set by law (Criminal Procedure Law art. 36, Legal Aid Law art. 30); what it needs may be used for it (PIPL arts. 13(1)(3), 34). Anything beyond is asked of you separately, and refusing never costs you the lawyer (art. 16).',
      ],
      [
        'What',
        'What you write and the steps you choose; keys pressed on the telephone and your number; the number or account id of text messages and Telegram. No name, no identity number, no location, no contacts.',
        'What you are suspected of and how far the case has come is sensitive personal information (art. 28): leaking it would harm your name. It is encrypted and seen by the lawyer who helps you alone; a coordinator must give a reason, which you can look up.',
        'Your real name is asked for only with a formal paper (affidavit, notice to the authority, application for legal aid, legal opinion).',
      ],
      [
        'For how long',
        `Words without a lawyer: ${talk}. Words with a lawyer: ${consultation}. Numbers and ids, after the last contact: ${number}. Who was rung and what was sent: ${trace}.`,
        'The work ledger and formal papers must be kept by law (Duty Lawyer Measures art. 28); you may have a correction noted beside them.',
      ],
      [
        'Who cannot hear',
        'Calls are not recorded and nobody listens in (Measures art. 24). The authority cannot see here what you and the lawyer said.',
        'Under residential surveillance communications may be monitored during investigation (Criminal Procedure Law art. 78). That is not ours to decide: tell few facts.',
        'If you clearly tell the lawyer that you are willing to plead, the lawyer must promptly tell the authority (Measures art. 25).',
      ],
    ],
    thirdTitle: 'Through whose hands',
    thirdNone: 'The centre’s own server alone.',
    third: {
      telegram:
        'Telegram: what you write passes its servers abroad. That needs your separate consent (arts. 29, 39): write “I agree” or “I do not agree”; you can withdraw at any time.',
      sms: 'Text messages: they pass a carrier abroad, which needs your separate consent: write “I agree” or “I do not agree”; you can withdraw at any time.',
      whatsapp:
        'WhatsApp: it passes its servers abroad, which needs your separate consent: write “I agree” or “I do not agree”; you can withdraw at any time.',
      phone: 'Telephone: a carrier connects it and knows numbers and times; nothing is recorded.',
      model:
        'A language model (AI): names, numbers and addresses are taken out first; it helps to see what is urgent, to draft and to translate. Write “no AI” and it reads nothing more. It never gets a word of a call.',
      push: 'Push: it wakes the lawyer’s browser and holds nothing about you.',
    },
    rightsTitle: 'What you can do (arts. 44–48)',
    rights: [
      'On this site: open “My data” to see, take, correct or delete it.',
      'In Telegram, text messages and WhatsApp: write “my data”; you get a link for you alone.',
      'By telephone: press 5, then 6, and the link comes as a text; or ask the lawyer or a coordinator.',
      'If somebody misuses your data: tell a coordinator, or complain to the cyberspace authority (art. 65).',
    ],
    mine: 'Open my data',
  },
}
