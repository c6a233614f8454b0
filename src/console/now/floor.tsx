import { Tag } from 'antd'
import { Link } from 'wouter'
import { clockEnd, dateTime } from '../time.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { Assign, Backup } from './act.tsx'
import type { Floor } from './now-screen.tsx'

/** The floor as it is: who waits, what rings, who is on, what was promised. */

type Client = Floor['waiting'][number]

export const span = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return words.minutes(Math.floor(seconds / 60), seconds % 60)
}

const since = (instant: string | null, now: number): string =>
  instant === null ? '' : span(now - Date.parse(instant))

const Name = ({ one }: { one: Client }) => (
  <>
    <Link href={`/c/${one.id}`}>{one.client}</Link>
    <span>{base.channels[one.channel]}</span>
    {one.urgent && <Tag color="red">{words.urgent}</Tag>}
  </>
)

/** A minute is long for somebody who waits on a telephone. */
const LONG = 60_000

export function Waiting({ floor, now }: { floor: Floor; now: number }) {
  const long = floor.waiting.some(
    ({ waitingSince }) => waitingSince !== null && now - Date.parse(waitingSince) > LONG,
  )
  return (
    <section className={long ? 'alarm' : floor.waiting.length > 0 ? 'soon' : 'well'}>
      <h2>
        {words.waiting} <span>{floor.waiting.length}</span>
      </h2>
      {floor.waiting.length === 0 && <p className="soft">{words.nobodyWaits}</p>}
      <ul className="lines">
        {floor.waiting.map((one) => (
          <li key={one.id}>
            <Name one={one} />
            <span className="grow">{words.waited(since(one.waitingSince, now))}</span>
            <Backup id={one.id} client={one.client} />
            <Assign id={one.id} client={one.client} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Ringing({ floor, now }: { floor: Floor; now: number }) {
  return (
    <section>
      <h2>
        {words.ringing} <span>{floor.ringing.length}</span>
      </h2>
      {floor.ringing.length === 0 && <p className="soft">{words.nothingRings}</p>}
      <ul className="lines">
        {floor.ringing.map((one) => (
          <li key={one.offer}>
            <Link href={`/c/${one.conversation}`}>{words.rings(one.name, one.client)}</Link>
            <span>{base.methods[one.method]}</span>
            <span className="grow" />
            <span>{since(one.offeredAt, now)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function OnDuty({ floor }: { floor: Floor }) {
  const here = floor.onDuty.filter(({ presence }) => presence === 'on')
  return (
    <section className={here.length > 0 ? 'well' : 'alarm'}>
      <h2>
        {words.onDuty} <span>{here.length}</span>
      </h2>
      {floor.onDuty.length === 0 && <p className="danger">{words.nobodyOn}</p>}
      <ul className="lines">
        {floor.onDuty.map((one) => (
          <li key={one.lawyer}>
            <Link href={`/conversations?lawyer=${one.lawyer}`}>{one.name}</Link>
            {one.tier === 'backup' && <Tag>{base.chosenFor.backup}</Tag>}
            {one.presence === 'on' ? (
              <span className="good">{base.onDuty}</span>
            ) : (
              <span className="due">{one.presence === 'pause' ? base.paused : base.off}</span>
            )}
            <span>{one.methods.map((method) => base.methods[method]).join(base.and)}</span>
            <span className="grow soft">{one.station}</span>
            <span className="soft">
              {words.open(one.open, one.limit)} · {base.until(clockEnd(one.until))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Promised({ floor, now }: { floor: Floor; now: number }) {
  const late = floor.promised.some(({ promise }) => promise && Date.parse(promise.at) < now)
  return (
    <section className={late ? 'alarm' : floor.promised.length > 0 ? 'soon' : ''}>
      <h2>
        {words.promises} <span>{floor.promised.length}</span>
      </h2>
      {floor.promised.length === 0 && <p className="soft">{words.noPromises}</p>}
      <ul className="lines">
        {floor.promised.map((one) => {
          const left = Date.parse(one.promise?.at ?? '') - now
          return (
            <li key={one.id}>
              <Name one={one} />
              <span>{dateTime(one.promise?.at ?? '')}</span>
              <span className={left < 0 ? 'grow danger' : 'grow due'}>
                {left < 0 ? words.overdue : words.inTime(span(left))}
              </span>
              <Assign id={one.id} client={one.client} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

export function Unanswered({ floor, now }: { floor: Floor; now: number }) {
  const silent = floor.active.filter(({ unansweredSince }) => unansweredSince !== null)
  if (silent.length === 0) return null
  return (
    <section className="soon">
      <h2>
        {words.unanswered} <span>{silent.length}</span>
      </h2>
      <ul className="lines">
        {silent.map((one) => (
          <li key={one.id}>
            <Name one={one} />
            <span>{one.lawyer}</span>
            <span className="grow">{words.waited(since(one.unansweredSince, now))}</span>
            <Assign id={one.id} client={one.client} />
          </li>
        ))}
      </ul>
    </section>
  )
}
