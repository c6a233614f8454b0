import type { Entry } from '../queries.ts'
import { useStaff } from '../queries.ts'
import { dateTime, day, exact } from '../time.ts'
import { colleagueWords } from '../words/colleague.ts'
import { deskWords } from '../words/desk.ts'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'

/** Second by second: who was asked, who did not answer, what the client was told. */
export function Timeline({ events }: { events: Entry[] }) {
  const staff = useStaff()
  const name = (id: unknown): string =>
    staff.data?.find((one) => one.id === id)?.name ?? (typeof id === 'string' ? id : '')
  return (
    <table className="timeline">
      <thead>
        <tr>
          {deskWords.timelineHeads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event, n) => (
          <tr key={event.seq}>
            <td>
              <time dateTime={event.at} title={dateTime(event.at)}>
                {newDay(events, n) && <b>{day(event.at)} </b>}
                {exact(event.at)}
              </time>
            </td>
            <td>{words.actors[event.actor]}</td>
            <td>
              {words.entries[event.type] ?? event.type} {details(event, name)}
            </td>
            <td>{event.type === 'assist_sent' ? '' : event.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A conversation may go on for days: each is named where it begins. */
const newDay = (events: Entry[], n: number): boolean =>
  n === 0 || day(events[n - 1]?.at ?? '') !== day(events[n]?.at ?? '')

/** Why this lawyer was the next to be asked. */
function chosenFor(event: Entry): string[] {
  if (event.type !== 'offered') return []
  const why = words.chosenFor
  const reasons = [
    event.urgent ? why.urgent : '',
    event.askedFor ? why.askedFor : '',
    event.helpedBefore ? why.helpedBefore : '',
    event.onTheLine ? why.onTheLine : '',
    event.neighbour ? why.neighbour : '',
    event.tier === 'backup' ? why.backup : '',
    event.otherLanguage ? why.otherLanguage : '',
    typeof event.idleMinutes === 'number' ? why.idle(event.idleMinutes) : '',
    typeof event.tries === 'number' ? why.again(event.tries + 1) : '',
  ].filter((reason) => reason !== '')
  return reasons.length > 0 ? [words.bracketed(reasons.join(why.and))] : []
}

function details(event: Entry, name: (id: unknown) => string): string {
  const parts = [
    name(event.lawyer ?? event.by),
    event.aloud ? words.aloud : '',
    typeof event.digits === 'string' ? event.digits : '',
    typeof event.reason === 'string' ? (words.reasons[event.reason] ?? event.reason) : '',
    ...chosenFor(event),
    typeof event.due === 'string' ? dateTime(event.due) : '',
    typeof event.outcome === 'string'
      ? (deskWords.triage[event.outcome] ?? words.outcomes[event.outcome] ?? event.outcome)
      : '',
    typeof event.code === 'string' ? event.code : '',
    typeof event.what === 'string' ? (colleagueWords.what[event.what] ?? '') : '',
    typeof event.to === 'string' ? (lawyerWords.referrals[event.to] ?? '') : '',
    ...(Array.isArray(event.warned)
      ? event.warned.map((kind) => deskWords.warned[String(kind)] ?? '')
      : []),
    typeof event.status === 'string' ? event.status : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}
