import { localTime } from '../zone.ts'

/** Times as people say them: 今天下午3点, tomorrow at 9:10. */

const DAY = 86_400_000

function parts(instant: number, now: number, zone: string) {
  const at = localTime(zone, instant)
  const today = localTime(zone, now)
  const days = Math.round(
    (Date.UTC(at.year, at.month - 1, at.day) - Date.UTC(today.year, today.month - 1, today.day)) /
      DAY,
  )
  return { ...at, days, hour: Math.floor(at.minute / 60), past: at.minute % 60 }
}

const week = ['一', '二', '三', '四', '五', '六', '日']

export function sayTimeZh(instant: number, now: number, zone: string): string {
  const { days, month, day, weekday, hour, past } = parts(instant, now, zone)
  const date =
    days === 0
      ? '今天'
      : days === 1
        ? '明天'
        : days === 2
          ? '后天'
          : `${month}月${day}日（周${week[weekday]}）`
  const half =
    hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const clock = hour > 12 ? hour - 12 : hour
  return `${date}${half}${clock}点${past === 0 ? '' : `${past}分`}`
}

const weekEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

export function sayTimeEn(instant: number, now: number, zone: string): string {
  const { days, month, day, weekday, hour, past } = parts(instant, now, zone)
  const date =
    days === 0 ? 'today' : days === 1 ? 'tomorrow' : `on ${weekEn[weekday]} ${day}/${month}`
  const clock = hour % 12 === 0 ? 12 : hour % 12
  const minutes = past === 0 ? '' : `:${String(past).padStart(2, '0')}`
  return `${date} at ${clock}${minutes} ${hour < 12 ? 'am' : 'pm'}`
}

export function sayWaitZh(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 60) return seconds < 10 ? '刚刚开始等' : `等候${seconds}秒`
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes < 60) return `等候${minutes}分${rest === 0 ? '钟' : `${rest}秒`}`
  return `等候${Math.floor(minutes / 60)}小时${minutes % 60}分`
}

export function sayWaitEn(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 10) return 'just now'
  if (seconds < 60) return `waiting ${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `waiting ${minutes} min ${seconds % 60} s`
  return `waiting ${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
