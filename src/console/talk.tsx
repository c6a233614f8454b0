import { useEffect, useRef } from 'react'
import { dropUnsent, sendAgain, type Unsent } from './lawyer/sending.ts'
import type { Entry } from './queries.ts'
import { clock } from './time.ts'
import { colleagueWords } from './words/colleague.ts'
import { words } from './words/index.ts'
import { lawyerWords } from './words/lawyer.ts'

/** What was said, both sides, and how far each word of the lawyer's has come. */
export function Talk({
  events,
  deliveries,
  channel,
  unsent,
  me,
}: {
  events: Entry[]
  deliveries: Record<string, string>
  channel: string
  unsent: Unsent[]
  /** Who reads. */
  me: string
}) {
  const end = useRef<HTMLDivElement>(null)
  const pending = notYet(events, unsent)
  const count = events.length + pending.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows what is added.
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight })
  }, [count])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by keyboard.
    <section className="talk" role="log" aria-label={words.timeline} ref={end} tabIndex={0}>
      <ol>
        {events.map((event) => (
          <Line
            key={event.seq}
            event={event}
            me={me}
            mark={markOf(channel, deliveries[String(event.seq)])}
          />
        ))}
        {pending.map((item) => (
          <Pending key={item.id} item={item} />
        ))}
      </ol>
    </section>
  )
}

/** Those the desk has not shown back yet: its line may come before its answer does. */
function notYet(events: Entry[], unsent: Unsent[]): Unsent[] {
  const own = events.filter(({ type, actor }) => type === 'message' && actor === 'lawyer')
  const used = new Set<number>()
  return unsent.filter((item) => {
    const shown = own.find(
      ({ seq, text, at }) =>
        !used.has(seq) && text === item.text && Date.parse(at) > item.at - CLOCKS_APART,
    )
    if (shown) used.add(shown.seq)
    return !shown
  })
}

/** Two lawyers may write: each under their own name. */
const writer = ({ by, name }: Entry, me: string): string =>
  by !== me && typeof name === 'string' ? name : words.you

const CLOCKS_APART = 60_000

const markOf = (channel: string, state: string | undefined): string =>
  state ? (lawyerWords.deliveries[state] ?? '') : channel === 'webchat' ? lawyerWords.onPage : ''

function Pending({ item }: { item: Unsent }) {
  return (
    <li className="lawyer pending">
      <p>{item.text}</p>
      {item.refused ? (
        <span role="alert">
          <small className="danger">{lawyerWords.notSent(item.refused)}</small>
          <span className="tools">
            <button type="button" onClick={() => sendAgain(item.id)}>
              {lawyerWords.retry}
            </button>
            <button type="button" onClick={() => dropUnsent(item.id)}>
              {lawyerWords.drop}
            </button>
          </span>
        </span>
      ) : (
        <small>{lawyerWords.pending}</small>
      )}
    </li>
  )
}

function Line({ event, me, mark }: { event: Entry; me: string; mark: string }) {
  if (event.type === 'card') {
    return (
      <li className="note soft">
        {event.joins ? `${colleagueWords.what.joined} · ${event.name}` : words.cardShown}
      </li>
    )
  }
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
  const own = event.actor === 'lawyer'
  const who = event.actor === 'client' ? words.client : own ? writer(event, me) : words.guide
  return (
    <li className={event.actor === 'desk' ? 'desk-said' : event.actor}>
      <small>
        {who} <time dateTime={event.at}>{clock(event.at)}</time>
        {own && mark && (
          <span className={mark === lawyerWords.deliveries.failed ? 'danger' : ''}> · {mark}</span>
        )}
      </small>
      <p>{event.text}</p>
    </li>
  )
}
