import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { useUndelivered } from '../queries.ts'
import { FillGap } from '../rota/fill-gap.tsx'
import { useGaps } from '../rota/queries.ts'
import type { Hole } from '../rota/span.ts'
import { dateTime } from '../time.ts'
import { deadlineWords } from '../words/deadlines.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { rotaWords } from '../words/rota.ts'
import { Assign } from './act.tsx'

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
            <span className="soft grow">{one.code}</span>
            {one.conversation && <Assign id={one.conversation} client={dateTime(one.at)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Gaps() {
  const { data } = useGaps()
  const [filling, setFilling] = useState<Hole | null>(null)
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
            <span className="danger grow">{rotaWords.methods[gap.method]}</span>
            <Button
              aria-label={`${deadlineWords.fill} ${dateTime(gap.from)}`}
              onClick={() => setFilling({ ...gap, methods: [gap.method] })}
            >
              {deadlineWords.fill}
            </Button>
          </li>
        ))}
      </ul>
      {filling && <FillGap hole={filling} onClose={() => setFilling(null)} />}
    </section>
  )
}
