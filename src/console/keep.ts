import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from './api.ts'

/** Fields saved as they are typed: on this device at once, at the desk a moment later, and again until the desk has them. */

const SETTLE = 700
const LONGEST_DELAY = 10_000

export type Kept = '' | 'saving' | 'saved' | 'waiting'

export function useKept<T>(
  key: string,
  known: T,
  save: (fields: T) => Promise<unknown>,
  refused: (error: Error) => void,
) {
  const [fields, setFields] = useState<T>(() => {
    const left = localStorage.getItem(key)
    return left === null ? known : (JSON.parse(left) as T)
  })
  const [state, setState] = useState<Kept>('')
  const latest = useRef({ fields, save, refused, version: 0 })
  latest.current.save = save
  latest.current.refused = refused
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(
    async (delay = 1000): Promise<boolean> => {
      clearTimeout(timer.current)
      const { version } = latest.current
      setState('saving')
      try {
        await latest.current.save(latest.current.fields)
        if (latest.current.version === version) {
          localStorage.removeItem(key)
          setState('saved')
        }
        return true
      } catch (error) {
        const gone = error instanceof ApiError && error.status < 500 && error.status !== 401
        if (gone) {
          setState('')
          latest.current.refused(error)
          return false
        }
        setState('waiting')
        const next = Math.min(delay * 2, LONGEST_DELAY)
        timer.current = setTimeout(() => void flush(next), delay)
        return false
      }
    },
    [key],
  )

  const change = (patch: Partial<T>): void => {
    const next = { ...latest.current.fields, ...patch }
    latest.current.fields = next
    latest.current.version++
    setFields(next)
    localStorage.setItem(key, JSON.stringify(next))
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), SETTLE)
  }

  useEffect(() => {
    // What an earlier page could not bring home.
    if (localStorage.getItem(key) !== null) void flush()
    const online = () => {
      if (localStorage.getItem(key) !== null) void flush()
    }
    addEventListener('online', online)
    return () => {
      removeEventListener('online', online)
      clearTimeout(timer.current)
      if (localStorage.getItem(key) !== null)
        void latest.current.save(latest.current.fields).then(
          () => localStorage.removeItem(key),
          () => undefined,
        )
    }
  }, [key, flush])

  return { fields, change, flush, state }
}
