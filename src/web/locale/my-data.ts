const YEAR = 365

const kept = (days: number | null): string =>
  days === null
    ? '按本中心的档案规定保存'
    : `${days % YEAR === 0 ? `${days / YEAR}年` : `${days}天`}后自动删除`

const keptEn = (days: number | null): string =>
  days === null
    ? 'kept as the centre’s archive rule says'
    : `deleted by itself after ${days % YEAR === 0 ? `${days / YEAR} years` : `${days} days`}`

/** Words of the page where clients look after their own data. */
export const myDataWords = {
  'zh-CN': {
    title: '我的数据',
    lead: '这里是本站保存的关于您的全部内容。您可以查看、带走、更正，也可以要求删除（《个人信息保护法》第44条至第48条）。不用登录，凭这台设备上的对话，或者发给您的链接。',
    none: '这里没有您的数据：这台设备上没有对话，或者链接已经过期。Telegram、短信请写“我的数据”，电话请按5再按6，会再发一个链接。',
    kept: '保存了什么',
    conversation: (at: string, lawyer: string | null) =>
      `${at}的对话${lawyer ? `，${lawyer}律师接待` : ''}`,
    sealed: '您写的话加密保存，只有接待您的律师看得到；协调员要看，必须写明理由，并记录在下面。',
    how: (talk: number | null, consultation: number | null) =>
      `没有找律师的对话，${kept(talk)}；律师解答过的话，${kept(consultation)}。法律要求留存的值班台账（《法律援助值班律师工作办法》第28条）另行保存。`,
    readers: '谁看过',
    noReaders: '还没有人看过您写的话。',
    reader: (at: string, who: string, reason: string | null) =>
      `${at}，${who}${reason ? `，理由：${reason}` : ''}`,
    lawyer: (name: string | null) => (name ? `${name}律师` : '律师'),
    coordinator: '协调员',
    take: '带走一份（JSON文件）',
    correctTitle: '更正',
    correctNote: '写下哪里不对、应该是什么。您的更正会放在原来的记录旁边，看记录的人都会看到。',
    correctSend: '提交更正',
    corrected: '已记下您的更正。',
    deleteTitle: '删除',
    deleteNote:
      '删除后，您写过的话和联系方式再也打不开，我们自己也打不开。台账里按法律要求留存的咨询记录不删，只注明您已要求删除。删除不能撤回。',
    deleteSend: '删除我的数据',
    deleteSure: '我明白，删除不能撤回',
    deleted: '已删除。这台设备上的对话也已关闭。',
    later: '对话或者预约还没有结束，现在删除会断开律师。结束（或者取消预约）以后一小时内自动删除。',
  },
  en: {
    title: 'My data',
    lead: 'This is all that is kept here about you. You may see it, take it with you, correct it, and have it deleted (Personal Information Protection Law, arts. 44–48). No sign-in: this device’s conversation, or the link sent to you, is your key.',
    none: 'There is no data of yours here: no conversation on this device, or the link has run out. Write “my data” by Telegram or text message, or press 5 and 6 on the telephone, for another.',
    kept: 'What is kept',
    conversation: (at: string, lawyer: string | null) =>
      `Conversation of ${at}${lawyer ? `, with lawyer ${lawyer}` : ''}`,
    sealed:
      'Your words are encrypted. Only the lawyer who helps you sees them; a coordinator must give a reason, which is listed below.',
    how: (talk: number | null, consultation: number | null) =>
      `A conversation without a lawyer is ${keptEn(talk)}; words spoken with a lawyer are ${keptEn(consultation)}. The work ledger the law asks for (Measures, art. 28) is kept apart.`,
    readers: 'Who read it',
    noReaders: 'Nobody has read your words yet.',
    reader: (at: string, who: string, reason: string | null) =>
      `${at}, ${who}${reason ? `, reason: ${reason}` : ''}`,
    lawyer: (name: string | null) => (name ? `lawyer ${name}` : 'the lawyer'),
    coordinator: 'a coordinator',
    take: 'Take a copy (JSON file)',
    correctTitle: 'Correct',
    correctNote:
      'Write what is wrong and what it should say. It is put beside the record, where everyone who reads the record sees it.',
    correctSend: 'Send correction',
    corrected: 'Your correction is noted.',
    deleteTitle: 'Delete',
    deleteNote:
      'Afterwards nobody can open your words or your contact any more, we included. The consultation record the law wants in the ledger stays, with a note that you asked. This cannot be undone.',
    deleteSend: 'Delete my data',
    deleteSure: 'I understand that this cannot be undone',
    deleted: 'Deleted. The conversation on this device is closed too.',
    later:
      'A conversation or an appointment is not over, and deleting now would cut the lawyer off. It is deleted within an hour after it ends or is cancelled.',
  },
}
