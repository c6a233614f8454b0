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

export const dateTime = (iso: string): string =>
  format(iso, { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' })

export const exact = (iso: string): string =>
  format(iso, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Seconds since an instant, counting. */
export function useSeconds(since: string | null): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return since === null ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
}
