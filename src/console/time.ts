import { useEffect, useState } from 'react'
import { tongue } from './words/index.ts'

/** Times are the desk's, wherever the screen stands; set once it is known who is signed in. */
let zone: string | undefined

export const useZone = (timezone: string): void => {
  zone = timezone
}

const format = (iso: string, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tongue(), { ...parts, hourCycle: 'h23', timeZone: zone }).format(
    new Date(iso),
  )

export const clock = (iso: string): string => format(iso, { hour: '2-digit', minute: '2-digit' })

/** The end of a time: a day that ends at midnight ends at 24:00, as people say it. */
export const clockEnd = (iso: string): string => clock(iso).replace(/^00:00$/, '24:00')

export const dateTime = (iso: string): string =>
  format(iso, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })

export const exact = (iso: string): string =>
  format(iso, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export const day = (iso: string): string =>
  format(iso, { month: 'numeric', day: 'numeric', weekday: 'short' })

/** YYYY-MM-DD and HH:MM on the desk's clock. */
const wall = (instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: zone,
  })
    .format(instant)
    .replace(' ', 'T')

/** For an input of date and time, and back from it: what is typed is the desk's clock, wherever the screen stands. */
export const toInput = (iso: string): string => wall(Date.parse(iso))

export function fromInput(local: string): string {
  const wanted = Date.parse(`${local}:00Z`)
  let instant = wanted
  for (let i = 0; i < 2; i++) instant += wanted - Date.parse(`${wall(instant)}:00Z`)
  return new Date(instant).toISOString()
}

/** Midnight on the desk's clock, so many days from the Monday of this week. */
export function weekDay(days: number): string {
  const today = wall(Date.now()).slice(0, 10)
  const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7
  const wanted = Date.parse(`${today}T00:00Z`) + (days - weekday) * 86_400_000
  return fromInput(`${new Date(wanted).toISOString().slice(0, 10)}T00:00`)
}

/** Seconds since an instant, counting. */
export function useSeconds(since: string | null): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return since === null ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
}
