import type { Language, Method } from '../../desk/desk.ts'

/** Words of the pages where clients book, and of their appointment. */
export const bookingPageWords = {
  'zh-CN': {
    title: '预约值班律师',
    lead: '电话和网络上的帮助是当时就给的；疑难的案件可以另约时间。（《法律援助值班律师工作办法》第20条）',
    now: '现在就和值班律师说',
    nowNote: '着急的事不用等预约',
    choose: '选一个时间',
    none: '这会儿没有可以约的时间。可以排上候补，有空位时帮您约上并告诉您。',
    full: '这天约满了。',
    wait: '有空位时帮我约上',
    waitOnline: '有空位时帮我约上（网络文字）',
    waitTitle: '排上候补',
    waitLead: (day: string) => `${day}有空位时，先到先得，帮您约上并告诉您。`,
    anyDay: '哪天都行',
    more: '这天更多时间',
    laterDays: '更多日期',
    with: (time: string, name: string) => `${time} ${name}`,
    clock: (minute: number) => {
      const hour = Math.floor(minute / 60)
      const half =
        hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
      const past = minute % 60
      return `${half}${hour > 12 ? hour - 12 : hour}点${past === 0 ? '' : `${past}分`}`
    },
    mine: '我的预约',
    held: (until: string) => `这个时间为您留到${until}。怎么和您联系？`,
    phone: '手机号码',
    phoneHint: '到时律师打给您，您看不到律师的号码，律师也看不到您的',
    phoneWrong: '请填11位手机号码，比如 13800001234。',
    byPhone: '约好，打电话给我',
    byChat: '约好，在网页上写',
    byChatNote: '到时回到这一页，用文字和律师说',
    byVisit: '约好，到工作站面谈',
    back: '换一个时间',
    how: { phone: '电话', online: '网络文字', onsite: '到工作站面谈' } satisfies Record<
      Method,
      string
    >,
    labels: {
      time: '时间',
      lawyer: '律师',
      firm: '律所',
      licence: '执业证号',
      how: '方式',
      at: '地点',
    },
    booked: '约好了。',
    phoneNote: '到时我们用值班电话打给您。通话不录音，服务免费。',
    chatNote: '到时打开下面的聊天页，律师会在那里。',
    openChat: '打开聊天页',
    calendar: '存到手机日历',
    move: '改期',
    moveLead: '选新的时间。选好之前，原来的时间还在。',
    cancel: '取消预约',
    cancelSure: '确定取消',
    states: {
      wanted: '您在候补名单上。有空位时帮您约上，并马上告诉您。',
      begun: '您约的时间到了，我们正在联系律师和您。',
      kept: '这次预约已经完成。',
      cancelled: '这个预约已经取消。',
      client_absent: '约好的时间没有联系上您，没关系，可以再约。',
      lawyer_absent: '约好的律师没能到，我们已另请值班律师联系您。',
      lapsed: '这个时间没有再为您保留。',
    } as Record<string, string>,
    unsure: '原来的律师来不了，我们正在另作安排，会尽快告诉您。您也可以自己改期。',
    again: '再约一个时间',
    gone: '这个时间刚刚被别人约走了，请换一个。',
    calendarTitle: '预约',
    manage: '查看、改期、取消：',
  },
  en: {
    title: 'Book the duty lawyer',
    lead: 'Help by phone and online is given at once; a difficult case can be given a time of its own. (Duty Lawyer Measures, art. 20)',
    now: 'Talk to the duty lawyer now',
    nowNote: 'What cannot wait need not',
    choose: 'Choose a time',
    none: 'There is no time to book just now. Go on the waiting list: when one comes free we book you in and tell you.',
    full: 'This day is full.',
    wait: 'Book me in when a time comes free',
    waitOnline: 'Book me in when a time comes free (in writing)',
    waitTitle: 'On the waiting list',
    waitLead: (day: string) =>
      `When a time comes free ${day}, first come first served, we book you in and tell you.`,
    anyDay: 'on any day',
    more: 'More times on this day',
    laterDays: 'More days',
    with: (time: string, name: string) => `${time}, ${name}`,
    clock: (minute: number) => {
      const hour = Math.floor(minute / 60)
      const past = minute % 60
      return `${hour % 12 === 0 ? 12 : hour % 12}${past === 0 ? '' : `:${String(past).padStart(2, '0')}`} ${hour < 12 ? 'am' : 'pm'}`
    },
    mine: 'My appointment',
    held: (until: string) => `This time is kept for you until ${until}. How do we reach you?`,
    phone: 'Mobile number',
    phoneHint: 'The lawyer rings you; neither of you sees the other’s number',
    phoneWrong: 'Please give a mobile number, such as 13800001234 or +8613800001234.',
    byPhone: 'Book it, and ring me',
    byChat: 'Book it, and write on this site',
    byChatNote: 'Come back to this page at the time and write with the lawyer',
    byVisit: 'Book it, I come to the station',
    back: 'Another time',
    how: { phone: 'By telephone', online: 'In writing', onsite: 'At the station' } satisfies Record<
      Method,
      string
    >,
    labels: {
      time: 'Time',
      lawyer: 'Lawyer',
      firm: 'Firm',
      licence: 'Licence',
      how: 'How',
      at: 'Where',
    },
    booked: 'You are booked.',
    phoneNote: 'We ring you from the duty line. Calls are not recorded; it is free.',
    chatNote: 'Open the chat below at the time; the lawyer will be there.',
    openChat: 'Open the chat',
    calendar: 'Add to my calendar',
    move: 'Move it',
    moveLead: 'Choose a new time. Until then the old one stands.',
    cancel: 'Cancel it',
    cancelSure: 'Yes, cancel it',
    states: {
      wanted: 'You are on the waiting list. When a time comes free we book you in and tell you.',
      begun: 'It is time: we are bringing you and the lawyer together.',
      kept: 'This appointment is over.',
      cancelled: 'This appointment is cancelled.',
      client_absent: 'We could not reach you at the time. Never mind: you can book again.',
      lawyer_absent: 'The lawyer could not come; we have asked another duty lawyer.',
      lapsed: 'This time is no longer kept for you.',
    } as Record<string, string>,
    unsure:
      'Your lawyer cannot come. We are arranging another and will tell you soon; you can also move it yourself.',
    again: 'Book another time',
    gone: 'Somebody has just taken that time. Please choose another.',
    calendarTitle: 'Appointment',
    manage: 'See, move or cancel: ',
  },
} satisfies Record<Language, unknown>

export type BookingPageWords = (typeof bookingPageWords)['zh-CN']
