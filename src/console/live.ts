import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type News, publish } from './news.ts'

/** Lines after which the rota may be another. */
const rotaNews = new Set([
  'rota_changed',
  'register_changed',
  'leave',
  'swap',
  'published',
  'receipt',
  'imported',
])

function followLine(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/**
 * Follows the log: every line says which of the questions on screen to ask again. True while the line is down.
 */
export function useLive(): boolean {
  const client = useQueryClient()
  const [down, setDown] = useState(false)
  useEffect(() => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout>
    const stale = (...keys: string[]): void => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] })
    }
    const listen = (): void => {
      source = new EventSource('/api/events')
      source.onopen = () => {
        setDown(false)
        stale('offers', 'conversations', 'conversation', 'me', 'now', 'told', 'beside')
        void client.refetchQueries({
          type: 'active',
          predicate: ({ state }) => state.status === 'error',
        })
      }
      source.onmessage = ({ data }) => {
        const news = JSON.parse(data) as News
        const { type, conversation } = news
        publish(news)
        stale('now')
        if (type === 'told') stale('told')
        if (type === 'deadline' || type === 'filed') stale('dossier')
        if (type === 'colleague') stale('beside')
        if (type === 'settings_changed') stale('settings', 'rota')
        if (['offered', 'accepted', 'passed', 'missed', 'withdrawn'].includes(type)) stale('offers')
        if (type === 'appointment') stale('appointments')
        if (type === 'presence') stale('me', 'staff')
        if (type === 'undelivered') stale('undelivered')
        if (type === 'read') stale('access')
        if (rotaNews.has(type)) stale('rota', 'staff', 'me')
        if (!conversation) return
        // A reading with a reason goes on as it was read; everything else is asked anew.
        void client.invalidateQueries({
          predicate: ({ queryKey: [name, id, reason] }) =>
            name === 'conversations' ||
            (name === 'conversation' && id === conversation && reason === null),
        })
      }
      source.onerror = () => {
        setDown(true)
        if (source.readyState === EventSource.CLOSED) again = setTimeout(listen, 4000)
      }
    }
    listen()
    return () => {
      clearTimeout(again)
      source.close()
    }
  }, [client])
  // A stream that hears nothing may take minutes to notice; the machine knows at once.
  const online = useSyncExternalStore(followLine, () => navigator.onLine)
  return down || !online
}
