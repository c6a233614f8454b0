import { Button } from 'antd'
import { useState } from 'react'
import { useStaff } from '../queries.ts'
import { clock, day, weekDay } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { Cover } from './cover.tsx'
import { DutyLine, VacantLine } from './duty-line.tsx'
import { type Gap, useGaps, useRota, type Window } from './queries.ts'

/** A week, a column a day (a block a day on a phone): who serves, what stands empty, gaps in red. */
export function Week() {
  const [week, setWeek] = useState(0)
  const [open, setOpen] = useState<Window | null>(null)
  const starts = Array.from({ length: 8 }, (_, n) => weekDay(week * 7 + n))
  const [from = '', to = ''] = [starts[0], starts[7]]
  const rota = useRota(from, to)
  const gaps = useGaps()
  const staff = useStaff()
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  const station = (id: string): string =>
    rota.data?.stations.find((one) => one.id === id)?.name ?? id
  const within = (one: { from: string; to: string }, n: number): boolean =>
    Date.parse(one.from) < Date.parse(starts[n + 1] ?? to) &&
    Date.parse(one.to) > Date.parse(starts[n] ?? from) &&
    // What crosses midnight stands on the day it begins.
    (n === 0 || Date.parse(one.from) >= Date.parse(starts[n] ?? from))
  return (
    <>
      <div className="weeks">
        <Button onClick={() => setWeek(week - 1)}>{words.before}</Button>
        <Button onClick={() => setWeek(0)} disabled={week === 0}>
          {words.thisWeek}
        </Button>
        <Button onClick={() => setWeek(week + 1)}>{words.next}</Button>
      </div>
      <div className="week">
        {starts.slice(0, 7).map((start, n) => (
          <section key={start} aria-label={day(start)}>
            <h2>{day(start)}</h2>
            <ul>
              {(gaps.data ?? [])
                .filter((gap) => within(gap, n))
                .map((gap) => (
                  <GapLine key={`${gap.station}${gap.method}${gap.from}`} gap={gap} />
                ))}
              {rota.data?.items
                .filter((item) => within(item, n))
                .map((item) => (
                  <li key={`${item.shift}${item.from}`}>
                    <button type="button" onClick={() => setOpen(item)}>
                      <DutyLine item={item} name={name} />
                      <small>{station(item.station)}</small>
                    </button>
                  </li>
                ))}
              {rota.data?.vacant
                .filter((item) => within(item, n))
                .map((item) => (
                  <li key={`${item.shift}${item.from}`}>
                    <VacantLine item={item} name={name} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {open && <Cover item={open} onClose={() => setOpen(null)} />}
    </>
  )
}

const GapLine = ({ gap }: { gap: Gap }) => (
  <li className="gap">
    <b>{words.gap}</b> {clock(gap.from)}–{clock(gap.to)} {words.methods[gap.method]}
    <small>{gap.stationName}</small>
  </li>
)
