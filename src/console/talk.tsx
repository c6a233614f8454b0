import { useEffect, useRef } from 'react'
import type { Entry } from './queries.ts'
import { clock } from './time.ts'
import { words } from './words/index.ts'

/** What was said, both sides. */
export function Talk({ events }: { events: Entry[] }) {
  const end = useRef<HTMLDivElement>(null)
  const count = events.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what is added.
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [count])
  return (
    <div
      className="talk"
      role="log"
      aria-live="polite"
      ref={end}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long talk is scrolled by keyboard too
      tabIndex={0}
    >
      <ol>
        {events.map((event) => (
          <Line key={event.seq} event={event} />
        ))}
      </ol>
    </div>
  )
}

function Line({ event }: { event: Entry }) {
  if (event.type === 'card') return <li className="note soft">{words.cardShown}</li>
  if (event.type === 'walked') {
    return (
      <li className="note">
        <p className="walked">{event.text}</p>
      </li>
    )
  }
  if (event.type === 'not_text') {
    return (
      <li className="client">
        <p>{words.picture}</p>
      </li>
    )
  }
  if (event.type !== 'message' || event.aloud) return null
  const who =
    event.actor === 'client' ? words.client : event.actor === 'lawyer' ? words.you : words.guide
  return (
    <li className={event.actor === 'desk' ? 'desk-said' : event.actor}>
      <small>
        {who} <time dateTime={event.at}>{clock(event.at)}</time>
      </small>
      <p>{event.text}</p>
    </li>
  )
}
