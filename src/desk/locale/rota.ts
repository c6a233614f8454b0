import type { Language, LawyerStatus, Method } from '../desk.ts'
import type { Span } from '../rota/facts.ts'
import { localTime } from '../zone.ts'
import { sayTimeEn, sayTimeZh } from './time.ts'

/** Words of the rota: what lawyers are told, why somebody is on or not, and the day's list read aloud. */

const two = (n: number): string => String(n).padStart(2, '0')

/** 11月23日 09:00, short enough for a line. */
function stamp(instant: number, zone: string, language: Language): string {
  const { month, day, minute } = localTime(zone, instant)
  const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  return language === 'zh-CN' ? `${month}月${day}日${clock}` : `${day}/${month} ${clock}`
}

const zhStatus: Record<LawyerStatus, string> = {
  candidate: '候选，还不能值班',
  trained: '已培训，还没有入库值班',
  active: '在册',
  suspended: '暂停值班',
  exited: '已退出',
}
const zhMethods: Record<Method, string> = { phone: '电话', online: '网络', onsite: '现场' }

const zh = {
  stamp: (instant: number, zone: string): string => stamp(instant, zone, 'zh-CN'),
  span: ({ from, to }: Span, now: number, zone: string): string =>
    `${sayTimeZh(from, now, zone)}至${sayTimeZh(to, now, zone)}`,

  leaveGranted: (time: string): string => `您的请假已同意：${time}。这段时间不会再呼叫您。`,
  leaveRefused: (time: string): string => `您的请假没有同意：${time}。有疑问请联系协调员。`,
  cover: (name: string, time: string): string => `协调员请您替${name}值班：${time}。`,
  dutyAsked: (time: string, link: string): string =>
    `协调员请您值班：${time}。您同意后才算数，请在这里答复：${link}`,
  dutyUnasked: (time: string): string => `${time}的班不用您值了，谢谢。`,
  swapAsked: (name: string, gives: string, takes: string | null, link: string): string =>
    takes
      ? `${name}想和您换班：您替${name}值${gives}，${name}替您值${takes}。请在这里答复：${link}`
      : `${name}请您替班：${gives}。请在这里答复：${link}`,
  swapAnswered: (name: string, time: string, accepted: boolean): string =>
    accepted ? `${name}同意了换班：${time}。` : `${name}没有同意换班：${time}。`,
  swapUndone: (time: string): string => `换班已撤销，照原来的值班表：${time}。`,

  why: {
    rostered: (until: string): string => `排班，至${until}`,
    rotation: (until: string): string => `轮到值班，至${until}`,
    covering: (name: string, until: string): string => `替${name}值班，至${until}`,
    swapped_in: (name: string, until: string): string => `与${name}换班，至${until}`,
    covered: (name: string, until: string): string => `由${name}替班，至${until}`,
    swapped_away: (name: string, until: string): string => `已与${name}换班，至${until}`,
    taken_off: (until: string): string => `协调员撤下，至${until}`,
    leave: (until: string): string => `请假，至${until}`,
    not_trained: (from: string | null): string =>
      from ? `${from}起才完成培训（第31条）` : '没有完成首次培训（第31条）',
    status: (status: LawyerStatus, since: string | null): string =>
      since ? `自${since}起${zhStatus[status]}` : zhStatus[status],
    appointments_only: (until: string): string => `只接预约，至${until}`,
    other_method: (methods: Method[], until: string): string =>
      `这段时间只值${methods.map((m) => zhMethods[m]).join('、')}，至${until}`,
    not_rostered: (next: string | null): string => (next ? `没有排班，下一班${next}` : '没有排班'),
    never_rostered: '没有人排班',
  },

  spoken: {
    intro: (desk: string): string => `${desk}今日值班律师。`,
    duty: (name: string, firm: string, methods: Method[], from: string, to: string): string =>
      `${name}，${firm}，${methods.map((m) => zhMethods[m]).join('、')}值班，${from}到${to}。`,
    clock: (minute: number, nextDay: boolean): string =>
      `${nextDay ? '次日' : ''}${Math.floor(minute / 60)}点${minute % 60 === 0 ? '' : `${minute % 60}分`}`,
    nobody: '今天没有律师值班。',
    next: (time: string): string => `下一次值班是${time}。`,
    more: (n: number): string => `另有${n}位，见网页上的今日值班律师。`,
    hotline: '其他法律问题，可以打12348。',
    keys: '和值班律师说，请按1。再听一遍，请按0。回到菜单，请按星号键。',
  },
}

export type RotaWords = typeof zh

const enStatus: Record<LawyerStatus, string> = {
  candidate: 'a candidate, not on duty yet',
  trained: 'trained, not on the roster yet',
  active: 'on the roster',
  suspended: 'suspended',
  exited: 'left the roster',
}
const enMethods: Record<Method, string> = { phone: 'phone', online: 'online', onsite: 'on-site' }

const en: RotaWords = {
  stamp: (instant, zone) => stamp(instant, zone, 'en'),
  span: ({ from, to }, now, zone) => `${sayTimeEn(from, now, zone)} to ${sayTimeEn(to, now, zone)}`,

  leaveGranted: (time) => `Your leave is granted: ${time}. You will not be rung in that time.`,
  leaveRefused: (time) => `Your leave was not granted: ${time}. Please ask the coordinator.`,
  cover: (name, time) => `The coordinator has put you on duty for ${name}: ${time}.`,
  dutyAsked: (time, link) =>
    `The coordinator asks you to be on duty: ${time}. It counts once you agree. Answer here: ${link}`,
  dutyUnasked: (time) => `You are no longer needed for the duty of ${time}. Thank you.`,
  swapAsked: (name, gives, takes, link) =>
    takes
      ? `${name} would like to swap: you serve ${gives}, ${name} serves ${takes}. Answer here: ${link}`
      : `${name} asks you to take their duty: ${gives}. Answer here: ${link}`,
  swapAnswered: (name, time, accepted) =>
    accepted
      ? `${name} agreed to the swap: ${time}.`
      : `${name} did not agree to the swap: ${time}.`,
  swapUndone: (time) => `The swap is undone; the rota stands as before: ${time}.`,

  why: {
    rostered: (until) => `on the rota until ${until}`,
    rotation: (until) => `their turn until ${until}`,
    covering: (name, until) => `covers for ${name} until ${until}`,
    swapped_in: (name, until) => `swapped with ${name} until ${until}`,
    covered: (name, until) => `covered by ${name} until ${until}`,
    swapped_away: (name, until) => `swapped with ${name} until ${until}`,
    taken_off: (until) => `taken off by the coordinator until ${until}`,
    leave: (until) => `on leave until ${until}`,
    not_trained: (from) => (from ? `trained only from ${from} (art. 31)` : 'not trained (art. 31)'),
    status: (status, since) => (since ? `${enStatus[status]} since ${since}` : enStatus[status]),
    appointments_only: (until) => `appointments alone until ${until}`,
    other_method: (methods, until) =>
      `on duty ${methods.map((m) => enMethods[m]).join(', ')} alone until ${until}`,
    not_rostered: (next) => (next ? `not on the rota; next ${next}` : 'not on the rota'),
    never_rostered: 'nobody is on the rota',
  },

  spoken: {
    intro: (desk) => `Today's duty lawyers of ${desk}.`,
    duty: (name, firm, methods, from, to) =>
      `${name}, of ${firm}, by ${methods.map((m) => enMethods[m]).join(' and ')}, from ${from} to ${to}.`,
    clock: (minute, nextDay) => {
      const hour = Math.floor(minute / 60)
      const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute % 60 === 0 ? '' : `:${two(minute % 60)}`}`
      return `${clock} ${hour % 24 < 12 ? 'am' : 'pm'}${nextDay ? ' the next day' : ''}`
    },
    nobody: 'No lawyer is on duty today.',
    next: (time) => `The next duty is ${time}.`,
    more: (n) => `${n} more; see today’s duty lawyers on our web page.`,
    hotline: 'For other legal questions, ring 12348.',
    keys: 'For the duty lawyer, press 1. To hear this again, press 0. For the menu, press star.',
  },
}

export const rotaWords: Record<Language, RotaWords> = { 'zh-CN': zh, en }
