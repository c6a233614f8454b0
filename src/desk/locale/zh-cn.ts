import type { Channel, Language } from '../desk.ts'
import type { Intake, Presence, Spoken } from '../state.ts'
import { sayTimeZh, sayWaitZh } from './time.ts'

const channelNames: Record<Channel, string> = {
  webchat: '网页',
  telegram: 'Telegram',
  sms: '短信',
  whatsapp: 'WhatsApp',
  phone: '电话',
}
const languageNames: Record<Language, string> = { 'zh-CN': '普通话', en: '英语' }

export const zhCN = {
  language: 'zh-CN' as Language,
  time: sayTimeZh,
  pseudonym: (code: string): string => `当事人 ${code}`,

  choices: {
    lawyer: '和值班律师说',
    learn: '了解认罪认罚',
    appointment: '预约',
    menu: '回到开头',
    back: '返回上一步',
    'without-ai': '不用AI',
    agree: '同意经境外传送',
  },
  /** In place of “和值班律师说” for who waits already. */
  myPlace: '我排到哪了',
  /** What clients write or say for it; matched whole, without punctuation. */
  wishes: {
    'without-ai': ['不用AI', '不要AI', '拒绝AI', '关闭AI', '不用机器', '不要机器读'],
    lawyer: ['律师', '人工', '值班律师', '转人工', '找律师', '我要律师', 'lawyer'],
    learn: ['认罪认罚', '了解认罪认罚', '认罚', '说明', '听说明'],
    appointment: ['预约', '约时间', '改天'],
    menu: ['菜单', '回到开头', '退出', '结束', '不看了', '主菜单', 'menu', 'exit', 'quit'],
    back: ['返回', '上一步', '后退', '返回上一步', '回去', 'back'],
    again: ['重来', '从头', '从头再来', '重新开始', 'restart', 'start over'],
    repeat: ['重听', '再说一遍', '重复', '再看一遍', '没听清', 'repeat'],
    language: ['english', '英语', '英文'],
    agree: ['同意', '我同意', '同意经境外传送', 'agree', 'i agree'],
    disagree: ['不同意', '我不同意', '撤回同意', 'withdraw consent', 'i do not agree'],
    'my-data': ['我的数据', '查看我的数据', '删除我的数据', '我的信息', '隐私', 'my data'],
    today: [
      '今天谁值班',
      '谁值班',
      '今天谁在值班',
      '现在谁值班',
      '今天值班的是谁',
      '值班律师是谁',
      '今日值班',
      '今日值班律师',
    ],
  },

  /** F20, F21; Art. 24, 25, 29. Shown before the first question. */
  notice: (desk: string, whole: string): string =>
    [
      `${desk}值班台。我是自动引导，不是律师。`,
      '一、免费，任何人都不能向您收钱。',
      '二、不录音，无人旁听。接待您的律师能看您写的话；协调员要看，须写明理由。',
      '三、您明确告诉律师愿意认罪认罚，律师应当及时告知办案机关。',
      '四、律师替您保密，危害国家安全、公共安全、他人人身安全的犯罪除外。',
      '（值班律师工作办法第24、25、29条，律师法第38条）',
      whole,
    ].join('\n'),
  menu: '您可以：和值班律师说，了解认罪认罚，或者预约。直接写下您的情况也可以。',
  received:
    '收到了，值班律师接待您时会看到。有危险请先打110，心里过不去可以打12356。要现在找值班律师吗？',
  /** Before the step that answers what a client wrote. */
  heard: (urgent: boolean): string =>
    urgent
      ? '收到了，已经记为紧急，正在为您请值班律师，不用再点。您说的可能和这个有关：'
      : '收到了，值班律师接待您时会看到。您说的可能和这个有关：',
  /** Before a step shown while the lawyer is being fetched. */
  meanwhile: (urgent: boolean): string =>
    `${urgent ? '已经记为紧急，值班律师会先看到。' : ''}等律师的时候，可以先看这个：`,
  /** One line for who comes back after hours or days. */
  resumed: (title: string): string => `接着上次：您看到“${title}”。`,
  /** A text message holds the short form. */
  inFull: (link: string): string => `全文和依据：${link}`,
  kept: (time: string): string =>
    `收到了，和您之前写的放在一起。律师最晚${time}答复您。想现在再试一次，请选“和值班律师说”。`,
  waiting: (ahead: number, minutes: number): string =>
    ahead === 0
      ? `正在请值班律师接待您，一般${minutes}分钟内会有人来。等的时候可以先把情况写下来，律师都能看到。没有人来，我会告诉您接下来怎么办。`
      : `您前面还有${ahead}位，大约要等${minutes}分钟。等的时候可以先把情况写下来，律师都能看到。可以先离开，回来时这里都在。`,
  alreadyTaken: '值班律师已经在接待您，直接写就可以。',
  returned: '这位律师暂时没有回复，正在为您另请一位。您写过的话都在，不用再说一遍。',
  resort: (time: string): string =>
    `值班律师这会儿都没能接待。您写的话已经收好，律师最晚${time}在这里答复您。可以先离开，回来时都在。如果今天或明天就要接受讯问、签字或开庭，请再选一次“和值班律师说”，或者当场告诉办案人员“我要求约见值班律师”。（值班律师工作办法第12条）`,
  notText: '这里现在只能看文字。请把内容用文字写给我们；说不清也没关系，写几个字就行。',
  card: (name: string, firm: string, licence: string, station: string): string =>
    `接待您的是值班律师${name}，${firm}，执业证号${licence}，${station}。`,
  closed:
    '这次咨询结束了。以后有新的问题，或者案子到了下一个阶段，随时再来，值班律师的帮助都是免费的。',
  appointment:
    '疑难的情况可以和值班律师另约时间。（值班律师工作办法第20条）先和律师说几句，由律师和您定时间；着急的事不用等预约，现在就可以说。',
  languageChanged: '下面用中文。',
  cites: (list: string[]): string => `依据：${list.join('；')}`,
  calledLater: (desk: string, time: string): string =>
    `【${desk}】抱歉，没能按时给您回电。我们会在${time}左右再打给您。`,

  voice: {
    hints: [
      '律师',
      '人工',
      '认罪认罚',
      '预约',
      '今天谁值班',
      '重听',
      '返回',
      '下一步',
      '英语',
      'English',
    ],
    /** Asked to say it again, when the words led nowhere. */
    heardUrgent: '已经记为紧急，正在为您请值班律师。',
    /** Said in the other language: how to change to it. */
    otherLanguage: { language: 'en' as Language, text: 'For English, press 9.' },
    greeting: (desk: string): string =>
      `您好，这里是${desk}值班电话。我是自动语音，不是律师。服务免费，任何人都不能向您收钱。通话不录音，无人旁听。有人身危险，请挂机拨打110。`,
    menu: '找值班律师，请按1。听认罪认罚说明，请按2。预约，请按3。听今天谁值班，请按4。您的信息怎么处理，请按5。重听，请按0。也可以直接说，比如：律师。',
    notUnderstood: '没有听清您的选择。',
    beforeLawyer:
      '律师替您保密，正在准备或者实施的危害国家安全、公共安全和他人人身安全的犯罪除外。如果您明确告诉律师愿意认罪认罚，律师应当及时告知办案机关。请在没有旁人的地方说话。',
    waiting: (ahead: number, minutes: number): string =>
      ahead === 0
        ? `正在为您呼叫值班律师，一般${minutes}分钟内有人接。`
        : `您前面还有${ahead}位，大约要等${minutes}分钟。`,
    whileWaiting:
      '请不要挂机。边等边听认罪认罚说明，请按2。改为我们给您回电，请按3。找律师不用再按，重听请按0。',
    hold: '仍在为您呼叫值班律师，请不要挂机。听说明，请按2。改为回电，请按3。',
    returned: '抱歉，刚才那位律师没能接通，正在为您呼叫下一位。',
    handed: '刚才的律师请另一位值班律师继续接待您，正在呼叫，请不要挂机。',
    resort: (time: string): string =>
      `值班律师这会儿都没能接听。我们会在${time}左右给您回电，现在可以挂机。再试一次，请按1。听认罪认罚说明，请按2。重听，请按0。`,
    resortHidden:
      '值班律师这会儿都没能接听。您的电话没有显示号码，我们没法回电，请过一会儿再拨，或者用手机打开我们的网页留言。再试一次，请按1。听认罪认罚说明，请按2。',
    card: (name: string, firm: string, licence: string): Spoken[] => [
      `值班律师${name}，${firm}，执业证号`,
      { digits: licence },
      '，现在和您通话。通话不录音。',
    ],
    recall: (desk: string): string =>
      `您好，这里是${desk}，值班律师给您回电。通话不录音。接听，请按1。`,
    after: '和律师的通话结束了。如果是断线，或者还要和律师说，请按1。没有别的事，可以挂机。',
    goodbye: '再见。有需要随时再打来，服务免费。',
    key: (key: number, label: string): string => `${label}，请按${key}。`,
    learnKeys: (keys: string[]): string =>
      `${keys.join('')}找值班律师，请按1。重听，请按0。返回，请按星号键。`,
    lawyer: {
      whisper: (waited: number, language: Language): string =>
        `值班电话。有一位当事人${sayWaitZh(waited)}，${languageNames[language]}。接听请按1，转给同事请按2。`,
      next: (waited: number, language: Language): string =>
        `通话结束。还有一位当事人${sayWaitZh(waited)}，${languageNames[language]}。现在接听请按1，要先写记录请挂机。`,
      connecting: '正在接通。',
      ringingBack: '这是约好的回电，正在为您拨打当事人，请稍等。',
      takenBy: (name: string): string => `已由${name}接待，谢谢。`,
      clientGone: '当事人已经挂机，谢谢。',
      handed: (name: string): string => `正在转给${name}，您可以挂机了。`,
      notReached: '当事人没有接听，我们会再安排，谢谢。',
      passed: '已转给同事。',
      missed: '没有收到按键，已转给同事。',
      after: '通话结束。记录的链接会发到您的手机。再见。',
      presence: (name: string, state: string, waiting: number): string =>
        `${name}律师，您好。${state}${waiting > 0 ? `现在有${waiting}位当事人在等。` : '现在没有人在等。'}上岗请按1，暂停半小时请按2，本班离岗请按3。`,
      presenceDone: (state: string): string => `${state}再见。`,
      drill: '值班电话。您的班次开始了，这是接听测试。收到请按1。',
      drillDone: '收到，谢谢。有当事人来电会拨打这部电话。',
    },
  },

  lawyer: {
    take: '接单',
    pass: '转给别人',
    offer: (channel: Channel, waited: number, language: Language): string =>
      `有一位当事人等候接待\n${channelNames[channel]} · ${sayWaitZh(waited)} · ${languageNames[language]}`,
    taken: (pseudonym: string): string => `已接单：${pseudonym}`,
    takenBy: (name: string): string => `已由${name}接待。`,
    offerGone: '这一单已经过时，不用再处理。',
    passed: '已转给同事。',
    missed: '没有及时接单，已转给同事。',
    clientGone: '当事人已经离开。',
    from: (pseudonym: string): string => `【${pseudonym}】`,
    /** What the client told and read before, in one line or two. */
    walked: (told: string[], read: string[], urgent: boolean): string =>
      [
        ...(urgent ? ['紧急：一天内要讯问、签字或者开庭，或者情况危急'] : []),
        ...(told.length > 0 ? [`自述：${told.join('、')}`] : []),
        ...(read.length > 0 ? [`看过：${read.join('、')}`] : []),
      ].join('\n'),
    intake: {
      role: { self: '本人', relative: '近亲属', other: '其他亲友', victim: '被害人' },
      matter: { criminal: '刑事', unknown: '不清楚是不是刑事', other: '不是刑事', witness: '证人' },
      stage: {
        investigation: '侦查',
        prosecution_review: '审查起诉',
        trial_first: '一审',
        trial_second: '二审',
      },
      measure: {
        none: '没有强制措施',
        bail: '取保候审',
        residential: '监视居住',
        summoned: '正在被问话',
        custody: '在押',
      },
      defender: { yes: '有辩护人', no: '没有辩护人', unknown: '不清楚有没有辩护人' },
    } satisfies { [K in keyof Intake]: Record<Intake[K], string> },
    howTo: (pseudonym: string, link: string): string =>
      `${pseudonym}已接通，您的姓名和执业证号已经给对方看过。直接发文字就是回复；同时接待几位时，请“回复”对应的那条消息。\n记录和结束：${link}`,
    textOnly: '对方现在只能收文字，请改发文字。',
    nobody: '您现在没有正在接待的当事人，这条消息没有发出。',
    returned: (pseudonym: string): string => `${pseudonym}等候您的回复超时，已回到值班台另请律师。`,
    reassigned: (pseudonym: string, name: string): string => `协调员已把${pseudonym}转给${name}。`,
    assigned: (pseudonym: string, link: string): string => `协调员请您接待${pseudonym}：${link}`,
    told: (words: string): string => `协调员通知：${words}`,
    recordDue: (pseudonym: string, link: string): string =>
      `刚才的通话（${pseudonym}）请补全记录：${link}`,
    recordsDue: (count: number, link: string): string =>
      `又有${count}次通话结束，请补全记录：${link}`,
    here: '我在',
    /** `button`: it goes where there is one to tap. */
    stillThere: (reason: 'not_answered' | 'phone_failing', button: boolean): string => {
      const back = `${button ? '请点“我在”，或者' : '请'}用您登记的手机拨打值班电话按1。`
      return reason === 'phone_failing'
        ? `您的电话接连两次打不通，已暂停派单。电话恢复后${back}`
        : `您接连两次没有接，已暂停派单。您还在吗？${back}`
    },
    presence: (presence: Presence, until: string | null): string =>
      presence === 'on'
        ? '您现在在岗。'
        : `您现在${presence === 'pause' ? '暂停接待' : '不在岗'}${until ? `，到${until}自动恢复` : ''}。`,
    /** What a lawyer writes to the desk's Telegram to change it; matched whole. */
    presenceWords: {
      on: ['/on', '上岗', '我在', '恢复'],
      pause: ['/pause', '暂停', '休息'],
      off: ['/off', '下岗', '离岗'],
    },
  },
}

export type Locale = typeof zhCN
