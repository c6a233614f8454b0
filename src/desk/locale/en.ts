import type { Channel, Language } from '../desk.ts'
import type { Presence, Spoken } from '../state.ts'
import { sayTimeEn, sayWaitEn } from './time.ts'
import type { Locale } from './zh-cn.ts'

const channelNames: Record<Channel, string> = {
  webchat: 'Web',
  telegram: 'Telegram',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  phone: 'Phone',
}
const languageNames: Record<Language, string> = { 'zh-CN': 'Mandarin', en: 'English' }

export const en: Locale = {
  language: 'en',
  time: sayTimeEn,
  pseudonym: (code: string): string => `Client ${code}`,

  choices: {
    lawyer: 'Talk to the duty lawyer',
    learn: 'About pleading guilty',
    appointment: 'Book a time',
    menu: 'Back to the start',
    back: 'One step back',
    'without-ai': 'No AI',
    agree: 'I agree to sending abroad',
  },
  myPlace: 'My place in the queue',
  wishes: {
    'without-ai': ['no ai', 'without ai', 'stop ai', 'turn off ai', '不用AI'],
    lawyer: ['lawyer', 'duty lawyer', 'human', 'person', 'talk to a lawyer', '律师', '人工'],
    learn: ['plea', 'learn', 'about pleading guilty', 'pleading guilty', 'explain'],
    appointment: ['appointment', 'book', 'book a time'],
    menu: ['menu', 'start', 'exit', 'quit', 'stop', 'leave', 'back to the start', '退出', '菜单'],
    back: ['back', 'go back', 'one step back', 'previous', '返回', '上一步'],
    again: ['restart', 'start over', 'from the beginning', '重来'],
    repeat: ['again', 'repeat', 'say again', 'once more', '重听'],
    language: ['中文', '普通话', 'chinese', 'mandarin'],
    agree: ['i agree', 'agree', 'i agree to sending abroad', '同意'],
    disagree: ['i do not agree', 'disagree', 'withdraw consent', '不同意', '撤回同意'],
    'my-data': ['my data', 'delete my data', 'privacy', '我的数据', '隐私'],
    today: ['who is on duty', 'who is on duty today', 'duty lawyers today', '今天谁值班', '谁值班'],
  },

  notice: (desk: string, whole: string): string =>
    [
      `The duty desk of ${desk}. I am an automatic guide, not a lawyer.`,
      '1. It is free; nobody may charge you.',
      '2. Nothing is recorded and nobody listens in. The lawyer who helps you can read what you write; a coordinator only by stating a reason.',
      '3. If you tell the lawyer clearly that you are willing to admit guilt and accept punishment, the lawyer must promptly tell the authority.',
      '4. The lawyer keeps your secrets, except crimes against national security, public security or a person’s safety.',
      '(Duty Lawyer Measures, arts. 24, 25, 29; Lawyers Law, art. 38)',
      whole,
    ].join('\n'),
  menu: 'You can talk to the duty lawyer, read about pleading guilty, or book a time. Or simply write what happened.',
  received:
    'Got it. The duty lawyer will see it. In danger call 110 first; if it is all too much, 12356. Shall I ask for the duty lawyer now?',
  heard: (urgent: boolean): string =>
    urgent
      ? 'Got it, and marked as urgent: the duty lawyer is being called, you need not ask again. What you say may have to do with this:'
      : 'Got it; the duty lawyer will see it. What you say may have to do with this:',
  meanwhile: (urgent: boolean): string =>
    `${urgent ? 'Marked as urgent: the duty lawyer will see it first. ' : ''}While you wait for the lawyer you can read this:`,
  resumed: (title: string): string => `Where you left off: “${title}”.`,
  inFull: (link: string): string => `In full, with the law: ${link}`,
  kept: (time: string): string =>
    `Got it, kept with what you wrote before. A lawyer answers you ${time} at the latest. To try again now, choose “Talk to the duty lawyer”.`,
  waiting: (ahead: number, minutes: number): string =>
    ahead === 0
      ? `I am asking the duty lawyer to come; usually someone comes within ${minutes} min. You can write down what happened meanwhile, the lawyer will see it all. If nobody comes, I will tell you what happens next.`
      : `There ${ahead === 1 ? 'is 1 person' : `are ${ahead} people`} before you, about ${minutes} min. You can write down what happened meanwhile, the lawyer will see it all. You may leave and come back; everything stays here.`,
  alreadyTaken: 'The duty lawyer is with you. Just write.',
  returned:
    'This lawyer has not answered for a while, so I am asking another one. Everything you wrote is kept; no need to say it again.',
  resort: (time: string): string =>
    `No duty lawyer could come just now. What you wrote is kept, and a lawyer answers you here ${time} at the latest. You may leave and come back. If you are to be questioned, sign or appear in court today or tomorrow, choose “Talk to the duty lawyer” again, or tell the officer “I ask to meet the duty lawyer”. (Duty Lawyer Measures, art. 12)`,
  notText: 'Only text can be read here for now. Please write it; a few words are enough.',
  card: (name: string, firm: string, licence: string, station: string): string =>
    `Your duty lawyer is ${name}, ${firm}, licence number ${licence}, ${station}.`,
  closed:
    'This consultation has ended. Come back whenever you have a new question or your case enters its next stage; the duty lawyer’s help is always free.',
  appointment:
    'A difficult case can be given a time of its own with the duty lawyer. (Duty Lawyer Measures, art. 20) Speak with the lawyer briefly first and agree on a time; anything urgent need not wait for an appointment.',
  languageChanged: 'In English from here on.',
  cites: (list: string[]): string => `Based on: ${list.join('; ')}`,
  calledLater: (desk: string, time: string): string =>
    `[${desk}] Sorry, we could not call you back in time. We will ring you again ${time}.`,

  voice: {
    hints: [
      'lawyer',
      'human',
      'plea',
      'appointment',
      'who is on duty',
      'repeat',
      'back',
      'next',
      '中文',
    ],
    heardUrgent: 'Marked as urgent; the duty lawyer is being called.',
    otherLanguage: { language: 'zh-CN', text: '普通话，请按9。' },
    greeting: (desk: string): string =>
      `Hello, this is the duty lawyer line of ${desk}. I am an automatic voice, not a lawyer. It is free; nobody may charge you. Calls are not recorded. If you are in danger, hang up and dial 110.`,
    menu: 'For the duty lawyer, press 1. To hear about pleading guilty, press 2. For an appointment, press 3. For who is on duty today, press 4. For how your data is handled, press 5. To hear this again, press 0. Or just say: lawyer.',
    notUnderstood: 'Sorry, I did not catch that.',
    beforeLawyer:
      'The lawyer keeps your secrets, except crimes being prepared or committed against national or public security or a person’s safety. If you tell the lawyer clearly that you are willing to admit guilt and accept punishment, the lawyer must promptly tell the authority. Please speak where nobody overhears you.',
    waiting: (ahead: number, minutes: number): string =>
      ahead === 0
        ? `Calling the duty lawyer for you; usually someone answers within ${minutes} minutes.`
        : `There ${ahead === 1 ? 'is 1 caller' : `are ${ahead} callers`} before you, about ${minutes} minutes.`,
    whileWaiting:
      'Please stay on the line; the lawyer needs no further key. To hear about pleading guilty while you wait, press 2. To be called back instead, press 3. To hear this again, press 0.',
    hold: 'Still calling the duty lawyer for you. Please stay on the line. To listen meanwhile, press 2. To be called back, press 3.',
    returned: 'Sorry, that lawyer could not be reached. Calling the next one for you.',
    handed:
      'The lawyer has asked another duty lawyer to go on with you. Calling them now; please stay on the line.',
    resort: (time: string): string =>
      `No duty lawyer could answer just now. We will call you back ${time}; you can hang up now. To try again, press 1. To hear about pleading guilty, press 2. To hear this again, press 0.`,
    resortHidden:
      'No duty lawyer could answer just now. Your number is hidden, so we cannot call you back; please ring again a little later, or leave a message on our web page. To try again, press 1. To hear about pleading guilty, press 2.',
    card: (name: string, firm: string, licence: string): Spoken[] => [
      `Duty lawyer ${name}, ${firm}, licence number `,
      { digits: licence },
      ', is with you now. The call is not recorded.',
    ],
    recall: (desk: string): string =>
      `Hello, this is ${desk}: the duty lawyer is calling you back. The call is not recorded. To speak, press 1.`,
    after:
      'The call with the lawyer has ended. If the line was cut, or you want to go on, press 1. Otherwise you can hang up.',
    goodbye: 'Goodbye. Ring again whenever you need to; it is free.',
    key: (key: number, label: string): string => `${label}: press ${key}. `,
    learnKeys: (keys: string[]): string =>
      `${keys.join('')}For the duty lawyer, press 1. To hear this again, press 0. To go back, press star.`,
    lawyer: {
      whisper: (waited: number, language: Language): string =>
        `Duty line. One client, ${sayWaitEn(waited)}, ${languageNames[language]}. To answer, press 1. To pass, press 2.`,
      next: (waited: number, language: Language): string =>
        `The call has ended. One more client, ${sayWaitEn(waited)}, ${languageNames[language]}. To take the call now, press 1; to write your record first, hang up.`,
      connecting: 'Connecting.',
      ringingBack: 'This is a promised call-back. Ringing the client for you; one moment.',
      takenBy: (name: string): string => `${name} has taken this. Thank you.`,
      clientGone: 'The client has hung up. Thank you.',
      handed: (name: string): string => `Handing over to ${name}. You can hang up now.`,
      notReached: 'The client did not answer. We will try again. Thank you.',
      passed: 'Passed to a colleague.',
      missed: 'No key was pressed; passed to a colleague.',
      after: 'The call has ended. A link to the record is on its way to your phone. Goodbye.',
      presence: (name: string, state: string, waiting: number): string =>
        `Hello ${name}. ${state} ${waiting > 0 ? `${waiting} waiting now.` : 'Nobody is waiting.'} To go on duty, press 1. To pause for half an hour, press 2. To go off for this shift, press 3.`,
      presenceDone: (state: string): string => `${state} Goodbye.`,
      drill: 'Duty line. Your shift has begun, and this is a test of your phone. Press 1.',
      drillDone: 'Thank you. Calls will come to this phone.',
    },
  },

  lawyer: {
    take: 'Take',
    pass: 'Pass',
    offer: (channel: Channel, waited: number, language: Language): string =>
      `A client is waiting\n${channelNames[channel]} · ${sayWaitEn(waited)} · ${languageNames[language]}`,
    taken: (pseudonym: string): string => `Taken: ${pseudonym}`,
    takenBy: (name: string): string => `${name} has taken this.`,
    offerGone: 'This one has lapsed; nothing to do.',
    passed: 'Passed to a colleague.',
    missed: 'Not taken in time; passed to a colleague.',
    clientGone: 'The client has left.',
    from: (pseudonym: string): string => `[${pseudonym}]`,
    walked: (told: string[], read: string[], urgent: boolean): string =>
      [
        ...(urgent ? ['Urgent: questioning, signing or a hearing within a day, or danger'] : []),
        ...(told.length > 0 ? [`Told us: ${told.join(', ')}`] : []),
        ...(read.length > 0 ? [`Has read: ${read.join('; ')}`] : []),
      ].join('\n'),
    intake: {
      role: {
        self: 'the person concerned',
        relative: 'near relative',
        other: 'another person',
        victim: 'victim',
      },
      matter: {
        criminal: 'criminal case',
        unknown: 'not sure whether criminal',
        other: 'not criminal',
        witness: 'witness',
      },
      stage: {
        investigation: 'investigation',
        prosecution_review: 'review for prosecution',
        trial_first: 'first trial',
        trial_second: 'on appeal',
      },
      measure: {
        none: 'no measure',
        bail: 'on bail',
        residential: 'residential surveillance',
        summoned: 'being questioned',
        custody: 'in custody',
      },
      defender: { yes: 'has a defender', no: 'no defender', unknown: 'not sure about a defender' },
    },
    howTo: (pseudonym: string, link: string): string =>
      `${pseudonym} is with you and has been shown your name and licence number. Any text you send is your answer; with several clients, reply to the message you mean.\nRecord and close: ${link}`,
    textOnly: 'The client can only receive text for now. Please write it.',
    nobody: 'You have no open conversation, so this was not sent.',
    returned: (pseudonym: string): string =>
      `${pseudonym} waited too long for your answer and is back with the desk.`,
    reassigned: (pseudonym: string, name: string): string =>
      `The coordinator has given ${pseudonym} to ${name}.`,
    assigned: (pseudonym: string, link: string): string =>
      `The coordinator asks you to help ${pseudonym}: ${link}`,
    told: (words: string): string => `From the coordinator: ${words}`,
    recordDue: (pseudonym: string, link: string): string =>
      `Please complete the record of your call (${pseudonym}): ${link}`,
    recordsDue: (count: number, link: string): string =>
      `${count} more calls have ended. Please complete their records: ${link}`,
    here: 'I am here',
    stillThere: (reason, button) => {
      const back = `${button ? 'tap “I am here”, or ' : ''}ring the duty line from your own phone and press 1.`
      return reason === 'phone_failing'
        ? `Your phone could not be reached twice in a row, so you are paused. When it works again, ${back}`
        : `You did not answer twice in a row, so you are paused. If you are there, ${back}`
    },
    presence: (presence: Presence, until: string | null): string =>
      presence === 'on'
        ? 'You are on duty.'
        : `You are ${presence === 'pause' ? 'paused' : 'off duty'}${until ? ` until ${until}` : ''}.`,
    presenceWords: {
      on: ['/on', 'on', 'on duty', 'i am here'],
      pause: ['/pause', 'pause'],
      off: ['/off', 'off', 'off duty'],
    },
  },
}
