import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { ApiError } from './api.ts'
import { words } from './words/index.ts'
import { screenWords } from './words/screens.ts'

/** What did not come: told once, above the page, with one way to ask for it again. */

/** The desk answered, and will answer the same again: no such thing, or not for you. */
const isRefusal = (error: unknown): boolean => error instanceof ApiError && error.status < 500

export const isSignedOut = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 401

export function Unloaded() {
  const client = useQueryClient()
  const cache = client.getQueryCache()
  const subscribe = useCallback((changed: () => void) => cache.subscribe(changed), [cache])
  const missing = () =>
    cache
      .findAll({ type: 'active', predicate: ({ state }) => state.status === 'error' })
      .filter(({ state }) => !isRefusal(state.error))
  const some = useSyncExternalStore(subscribe, () => missing().length > 0)
  if (!some) return null
  return (
    <Alert
      type="error"
      role="alert"
      // The screen below may have nothing to be named by.
      title={<h1 className="plainly">{screenWords.unloaded}</h1>}
      description={screenWords.unloadedWhy}
      action={
        <Button onClick={() => missing().forEach((query) => void query.fetch())}>
          {screenWords.again}
        </Button>
      }
    />
  )
}

/** In place of what the desk refuses, with its own words for it. */
export const Refused = ({ error }: { error: Error | null }) =>
  isRefusal(error) ? <Alert type="error" title={error?.message || words.failed} /> : null

const EVERY = 5000

/** Nothing is known of who is here, for the desk cannot be reached; it is asked again until it can. */
export function Away({ again }: { again: () => void }) {
  useEffect(() => {
    const timer = setInterval(again, EVERY)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [again])
  return (
    <main className="broken">
      <h1>{screenWords.away}</h1>
      <p>{screenWords.awayWhy}</p>
      <Button type="primary" onClick={again}>
        {screenWords.again}
      </Button>
    </main>
  )
}
