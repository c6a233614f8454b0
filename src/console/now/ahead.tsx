import { Link } from 'wouter'
import { useUndelivered } from '../queries.ts'
import { useGaps } from '../rota/queries.ts'
import { dateTime } from '../time.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { rotaWords } from '../words/rota.ts'

const MOST = 8

/** What did not arrive, each with the way to its case. */
export function Failed() {
  const { data } = useUndelivered()
  if (!data) return null
  return (
    <section className={data.length > 0 ? 'alarm' : 'well'}>
      <h2>
        {words.failed} <span>{data.length}</span>
      </h2>
      {data.length === 0 && <p className="soft">{words.noneFailed}</p>}
      <ul className="lines">
        {data.slice(0, MOST).map((one) => (
          <li key={one.item}>
            <span>{base.channels[one.channel] ?? one.channel}</span>
            {one.conversation ? (
              <Link href={`/c/${one.conversation}`}>{dateTime(one.at)}</Link>
            ) : (
              <span>{dateTime(one.at)}</span>
            )}
            <span className="soft">{one.code}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Gaps() {
  const { data } = useGaps()
  if (!data) return null
  return (
    <section className={data.length > 0 ? 'alarm' : 'well'}>
      <h2>
        {words.gaps} <span>{data.length}</span>
      </h2>
      {data.length === 0 && <p className="soft">{words.noGaps}</p>}
      <ul className="lines">
        {data.slice(0, MOST).map((gap) => (
          <li key={`${gap.station} ${gap.method} ${gap.from}`}>
            <Link href="/rota">
              {dateTime(gap.from)} – {dateTime(gap.to)}
            </Link>
            <span className="danger">{rotaWords.methods[gap.method]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
