import type { Language, Method } from '../desk.ts'
import { localTime } from '../zone.ts'
import { sayTimeEn, sayTimeZh } from './time.ts'

/** Words of appointments. Nothing about a case stands in any of them (R29.6). */

const week = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const weekEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether it is near enough to be said as today or tomorrow, so that the date is to be said besides. */
const near = (instant: number, now: number, zone: string): boolean =>
  /^(今天|明天|后天)/.test(sayTimeZh(instant, now, zone))

function whenZh(instant: number, now: number, zone: string): string {
  const said = sayTimeZh(instant, now, zone)
  if (!near(instant, now, zone)) return said
  const { month, day, weekday } = localTime(zone, instant)
  return `${said}（${month}月${day}日，${week[weekday]}）`
}

function whenEn(instant: number, now: number, zone: string): string {
  const said = sayTimeEn(instant, now, zone)
  const { month, day, weekday } = localTime(zone, instant)
  return /^(today|tomorrow)/.test(said) ? `${said} (${weekEn[weekday]} ${day}/${month})` : said
}

export interface HowWords {
  phone: string
  online: string
  onsite: string
}

const zh = {
  /** 明天下午3点（11月24日，周二）. */
  when: whenZh,
  how: { phone: '电话', online: '网络文字', onsite: '到工作站面谈' } satisfies HowWords,
  choices: {
    'appt:move': '改期',
    'appt:cancel': '取消预约',
    'appt:more': '别的时间',
    'appt:wait': '有空位时帮我约上',
  } as Record<string, string>,
  /** What clients write for it; matched whole. */
  wishes: {
    move: ['改期', '改时间', '改约', '换个时间', '换时间', 'move', 'reschedule', 'change time'],
    cancel: ['取消', '取消预约', '不约了', 'cancel'],
    others: ['别的时间', '其他时间', '换一个', 'other times', 'others'],
  },
  offer:
    '疑难的情况可以和值班律师另约时间。（值班律师工作办法第20条）请选一个时间；着急的事不用等预约，现在就可以和值班律师说。',
  offerUrgent:
    '您的情况紧急，请先选“和值班律师说”，现在就有人接待。（值班律师工作办法第20条）另外也可以约一个时间：',
  /** Who waits for the lawyer already. */
  offerWaiting:
    '已经在为您请值班律师，您的位置还在。（值班律师工作办法第20条）另外也可以约一个时间：',
  offerMove: (time: string): string =>
    `您现在约的是${time}。请选新的时间；选好之前，原来的时间还在。`,
  none: '这会儿没有可以约的时间。可以排上候补，有空位时帮您约上并告诉您；也可以现在就和值班律师说。',
  onlyByPhone: (link: string): string =>
    `可以约的是电话，到时律师打给您。请在这里选时间、留下号码：${link}。着急的事现在就可以和值班律师说。`,
  slot: (time: string, name: string): string => `${time} ${name}`,
  gone: '这个时间刚刚被别人约走了。还有这些时间：',
  already: (time: string, how: string, link: string): string =>
    `您已经约好：${time}，${how}。查看、改期、取消：${link}`,
  booked: (time: string, name: string, how: string, link: string): string =>
    `约好了：${time}，值班律师${name}，${how}。查看、改期、取消：${link}\n也可以回复“改期”或“取消”。着急的事不用等，现在就可以和值班律师说。`,
  moved: (time: string, name: string, how: string, link: string): string =>
    `改好了：${time}，值班律师${name}，${how}。查看、改期、取消：${link}`,
  cancelled: (time: string): string =>
    `已取消${time}的预约。想再约，回复“预约”；现在就可以和值班律师说。`,
  nothing: '您现在没有预约。想约时间，回复“预约”；现在就可以和值班律师说。',
  waiting: (link: string): string =>
    `已经排上候补。有空位时帮您约上，并马上告诉您。不想等了，在这里取消：${link}。现在就可以和值班律师说。`,
  filled: (time: string, name: string, how: string, link: string): string =>
    `有空位了，已帮您约好：${time}，值班律师${name}，${how}。时间不合适，可以改期或取消：${link}`,
  reassigned: (time: string, name: string, link: string): string =>
    `您的预约时间不变：${time}。改由值班律师${name}接待。查看：${link}`,
  unsure: (time: string, link: string): string =>
    `您约的${time}，原来的律师来不了，我们正在另作安排，会尽快告诉您。您也可以自己改期：${link}，或者现在就和值班律师说。`,
  remind: (time: string, how: string, link: string): string =>
    `提醒：您有一个预约，${time}，${how}。查看、改期、取消：${link}\n也可以回复“改期”或“取消”。`,
  begins: '您约的时间到了，律师在这里，可以直接写。',
  lawyerLate: '约好的律师暂时没有接，我们再请一次。请稍等。',
  lawyerAbsent: '抱歉，约好的律师没能到。我们正在请另一位值班律师，接通马上找您。',
  stillThere: '您约的时间到了，律师在等您。看到请回一句话。',
  clientAbsent:
    '约好的时间没有联系上您，没关系。想再约，回复“预约”；想现在说，回复“律师”。服务免费。',
  /** By text message: whose it is from, that there is an appointment, when, and the link. */
  sms: {
    booked: (desk: string, time: string, link: string): string =>
      `【${desk}】您有一个预约：${time}。查看、改期、取消：${link} 也可回复“改期”或“取消”。`,
    remind: (desk: string, time: string, link: string): string =>
      `【${desk}】提醒：您有一个预约，${time}。查看、改期、取消：${link} 也可回复“改期”或“取消”。`,
    waiting: (desk: string, link: string): string =>
      `【${desk}】已排上预约候补，有空位会短信告诉您。不等了可在这里取消：${link}`,
    other: (desk: string, text: string): string => `【${desk}】${text}`,
  },
  languages: { 'zh-CN': '普通话', en: '英语' } satisfies Record<Language, string>,
  voice: {
    urgent: '您的情况紧急，请先按1找值班律师，现在就有人接。',
    slot: (time: string, key: number): string => `${time}，请按${key}。`,
    offer: (slots: string): string =>
      `可以预约这些时间。${slots}别的时间，请按5。请我们给您回电，请按6。着急的事不用等预约，现在就和值班律师说，请按1。重听，请按0。`,
    offerMove: (time: string, slots: string): string =>
      `您现在约的是${time}。换成这些时间：${slots}别的时间，请按5。不改了，请按9。找值班律师，请按1。重听，请按0。`,
    none: '这会儿没有可以约的时间。有空位时帮您约上并发短信告诉您，请按5。请我们给您回电，请按6。现在就和值班律师说，请按1。重听，请按0。',
    hidden:
      '您的电话没有显示号码，我们没法按时打给您。现在就和值班律师说，请按1。回到开头，请按0。',
    gone: '这个时间刚刚被别人约走了。',
    already: (time: string): string =>
      `您已经约好${time}。改期，请按2。取消，请按3。找值班律师，请按1。重听，请按0。没有别的事，可以挂机。`,
    booked: (time: string, how: string): string =>
      `约好了，${time}，${how}。短信会发到您的手机。改期，请按2。取消，请按3。找值班律师，请按1。重听，请按0。没有别的事，可以挂机。`,
    cancelled: '已经取消。另约时间，请按2。找值班律师，请按1。没有别的事，可以挂机。',
    waiting: '已经排上候补，有空位会发短信告诉您。找值班律师，请按1。没有别的事，可以挂机。',
    how: {
      phone: '到时我们打给您',
      online: '到时律师用短信和您联系',
      onsite: '请到工作站来',
    } satisfies HowWords,
    whisper: (language: string): string =>
      `预约电话。您和一位当事人约在现在通话，${language}。接听请按1，现在不行请按2。`,
  },
  lawyer: {
    booked: (time: string, how: string, link: string): string =>
      `您有一个预约：${time}，${how}。${link}`,
    moved: (before: string, time: string, how: string, link: string): string =>
      `预约改期：原来${before}，现在${time}，${how}。${link}`,
    cancelled: (time: string): string => `预约已取消：${time}。`,
    remind: (time: string, how: string, link: string): string =>
      `提醒：您有一个预约，${time}，${how}。${link}`,
    begins: (link: string): string => `预约时间到了，当事人在等您：${link}`,
    again: (link: string): string => `预约时间已过，当事人还在等您：${link}`,
    absent: '预约时间您没有接，已另请同事。',
    clientAbsent: '按约联系了两次，当事人没有出现，已记下。谢谢。',
  },
}

export type AppointmentWords = typeof zh

const en: AppointmentWords = {
  when: whenEn,
  how: { phone: 'by telephone', online: 'in writing', onsite: 'at the station' },
  choices: {
    'appt:move': 'Move it',
    'appt:cancel': 'Cancel it',
    'appt:more': 'Other times',
    'appt:wait': 'Book me in when a time comes free',
  },
  wishes: zh.wishes,
  offer:
    'A difficult case can be given a time of its own. (Duty Lawyer Measures, art. 20) Choose a time; what cannot wait need not: talk to the duty lawyer now.',
  offerUrgent:
    'Your matter is urgent: please choose “Talk to the duty lawyer” first, somebody is there now. (Duty Lawyer Measures, art. 20) You can book a time besides:',
  offerWaiting:
    'The duty lawyer is being asked for you, and your place is kept. (Duty Lawyer Measures, art. 20) You can book a time besides:',
  offerMove: (time) => `You are booked ${time}. Choose a new time; until then the old one stands.`,
  none: 'There is no time to book just now. Go on the waiting list and we book you in when one comes free, and tell you; or talk to the duty lawyer now.',
  onlyByPhone: (link) =>
    `What can be booked is a call: the lawyer rings you. Choose a time and leave your number here: ${link}. What cannot wait need not: talk to the duty lawyer now.`,
  slot: (time, name) => `${time}, ${name}`,
  gone: 'Somebody has just taken that time. There are these:',
  already: (time, how, link) => `You are booked ${time}, ${how}. See, move or cancel it: ${link}`,
  booked: (time, name, how, link) =>
    `You are booked ${time} with duty lawyer ${name}, ${how}. See, move or cancel it: ${link}\nOr reply “move” or “cancel”. What cannot wait need not: talk to the duty lawyer now.`,
  moved: (time, name, how, link) =>
    `Moved: ${time} with duty lawyer ${name}, ${how}. See, move or cancel it: ${link}`,
  cancelled: (time) =>
    `Your appointment ${time} is cancelled. To book again, reply “appointment”; you can talk to the duty lawyer now.`,
  nothing:
    'You have no appointment now. To book one, reply “appointment”; you can talk to the duty lawyer now.',
  waiting: (link) =>
    `You are on the waiting list. When a time comes free we book you in and tell you at once. To leave the list: ${link}. You can talk to the duty lawyer now.`,
  filled: (time, name, how, link) =>
    `A time came free, and you are booked ${time} with duty lawyer ${name}, ${how}. If it does not suit you, move or cancel it: ${link}`,
  reassigned: (time, name, link) =>
    `Your appointment stays ${time}. Duty lawyer ${name} will see you instead. See: ${link}`,
  unsure: (time, link) =>
    `The lawyer you were to see ${time} cannot come. We are arranging another and will tell you soon. You can move it yourself: ${link}, or talk to the duty lawyer now.`,
  remind: (time, how, link) =>
    `Reminder: you have an appointment ${time}, ${how}. See, move or cancel it: ${link}\nOr reply “move” or “cancel”.`,
  begins: 'It is time for your appointment. The lawyer is here: write away.',
  lawyerLate: 'The lawyer has not answered yet; we are asking once more. One moment.',
  lawyerAbsent:
    'We are sorry: the lawyer could not come. We are asking another duty lawyer and will be with you as soon as one answers.',
  stillThere: 'It is time for your appointment and the lawyer is waiting. Please write a word.',
  clientAbsent:
    'We could not reach you at the time agreed. Never mind: to book again, reply “appointment”; to talk now, reply “lawyer”. It is free.',
  sms: {
    booked: (desk, time, link) =>
      `[${desk}] You have an appointment ${time}. See, move or cancel: ${link} Or reply "move" or "cancel".`,
    remind: (desk, time, link) =>
      `[${desk}] Reminder: you have an appointment ${time}. See, move or cancel: ${link} Or reply "move" or "cancel".`,
    waiting: (desk, link) =>
      `[${desk}] You are on the waiting list for an appointment; we will text you. To leave it: ${link}`,
    other: (desk, text) => `[${desk}] ${text}`,
  },
  languages: { 'zh-CN': 'Mandarin', en: 'English' },
  voice: {
    urgent: 'Your matter is urgent: please press 1 first for the duty lawyer, now. ',
    slot: (time, key) => `For ${time}, press ${key}. `,
    offer: (slots) =>
      `These times can be booked. ${slots}For other times, press 5. To be called back, press 6. What cannot wait need not: to talk to the duty lawyer now, press 1. To hear this again, press 0.`,
    offerMove: (time, slots) =>
      `You are booked ${time}. You can change to these. ${slots}For other times, press 5. To leave it as it is, press 9. For the duty lawyer, press 1. To hear this again, press 0.`,
    none: 'There is no time to book just now. To be booked in when one comes free, and told by text message, press 5. To be called back, press 6. For the duty lawyer now, press 1. To hear this again, press 0.',
    hidden:
      'Your number is withheld, so we could not ring you at the time. To talk to the duty lawyer now, press 1. To go back, press 0.',
    gone: 'Somebody has just taken that time. ',
    already: (time) =>
      `You are booked ${time}. To move it, press 2. To cancel it, press 3. For the duty lawyer, press 1. To hear this again, press 0. Otherwise you may hang up.`,
    booked: (time, how) =>
      `You are booked ${time}. ${how}. A text message comes to your phone. To move it, press 2. To cancel it, press 3. For the duty lawyer, press 1. To hear this again, press 0. Otherwise you may hang up.`,
    cancelled:
      'It is cancelled. To book another time, press 2. For the duty lawyer, press 1. Otherwise you may hang up.',
    waiting:
      'You are on the waiting list; a text message will tell you. For the duty lawyer, press 1. Otherwise you may hang up.',
    how: {
      phone: 'We will ring you',
      online: 'The lawyer will write to you by text message',
      onsite: 'Please come to the station',
    },
    whisper: (language) =>
      `An appointment. You and a client agreed to talk now, in ${language}. To answer, press 1. If you cannot, press 2.`,
  },
  lawyer: {
    booked: (time, how, link) => `You have an appointment ${time}, ${how}. ${link}`,
    moved: (before, time, how, link) =>
      `An appointment moved: it was ${before} and is now ${time}, ${how}. ${link}`,
    cancelled: (time) => `An appointment is cancelled: ${time}.`,
    remind: (time, how, link) => `Reminder: you have an appointment ${time}, ${how}. ${link}`,
    begins: (link) => `It is time for your appointment; the client is waiting: ${link}`,
    again: (link) => `Your appointment has begun and the client is still waiting: ${link}`,
    absent: 'You did not answer at the time of your appointment; a colleague was asked.',
    clientAbsent: 'We tried twice at the time agreed; the client did not come. It is noted.',
  },
}

export const appointmentWords: Record<Language, AppointmentWords> = { 'zh-CN': zh, en }

export const sayHow = (words: HowWords, method: Method): string => words[method]
