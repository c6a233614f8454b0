import { useEffect, useState } from 'react'
import { tongue } from './words.ts'

export const clock = (iso: string): string =>
  new Date(iso).toLocaleTimeString(tongue(), { hour: '2-digit', minute: '2-digit' })

export const dateTime = (iso: string): string =>
  new Date(iso).toLocaleString(tongue(), {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })

export const exact = (iso: string): string =>
  new Date(iso).toLocaleTimeString(tongue(), { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Seconds since an instant, counting. */
export function useSeconds(since: string | null): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return since === null ? 0 : Math.max(0, Math.floor((now - Date.parse(since)) / 1000))
}
