import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Me } from '../queries.ts'
import { day, weekDay } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { appointmentWords as words } from '../words/appointments.ts'
import { Alerts } from './alerts.tsx'
import { AppointmentLine } from './line.tsx'
import { WeekLoad } from './load.tsx'
import { useAppointments, useSlots } from './queries.ts'

/** A week of appointments: a lawyer's own, or everyone's with who carries how much. */
export function Appointments({ me }: { me: Me }) {
  const [week, setWeek] = useState(0)
  const starts = Array.from({ length: 8 }, (_, n) => weekDay(week * 7 + n))
  const [from = '', to = ''] = [starts[0], starts[7]]
  const coordinator = me.role === 'coordinator'
  const found = useAppointments(from, to)
  const slots = useSlots(coordinator ? { from, to } : null)
  if (found.isPending) return <Skeleton active />
  if (!found.data) return <Refused error={found.error} />
  const items = found.data
  const within = (one: { from: string }, n: number): boolean =>
    one.from >= (starts[n] ?? '') && one.from < (starts[n + 1] ?? '')
  const dated = items.filter(({ state }) => state !== 'wanted')
  const shown = dated.filter((one) => one.from >= from && one.from < to)
  const waiting = items.filter(({ state }) => state === 'wanted')
  return (
    <>
      <h1 style={{ fontSize: 22 }}>{words.title}</h1>
      {coordinator && <Alerts items={items.filter(({ alert }) => alert !== null)} />}
      <div className="weeks">
        <Button onClick={() => setWeek(week - 1)}>{words.before}</Button>
        <Button onClick={() => setWeek(0)} disabled={week === 0}>
          {words.thisWeek}
        </Button>
        <Button onClick={() => setWeek(week + 1)}>{words.next}</Button>
      </div>
      {shown.length === 0 && <p className="soft">{words.none}</p>}
      <div className="week">
        {starts.slice(0, 7).map((start, n) => (
          <section key={start} aria-label={day(start)}>
            <h2>{day(start)}</h2>
            <ul>
              {shown
                .filter((one) => within(one, n))
                .map((one) => (
                  <li key={one.id}>
                    <AppointmentLine one={one} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      {waiting.length > 0 && (
        <section>
          <h2>{words.waiting(waiting.length)}</h2>
          <ul className="register">
            {waiting.map((one) => (
              <li key={one.id}>
                {one.client} · {words.waitingFor(one.wish)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {coordinator && <WeekLoad items={shown} slots={slots.data ?? []} />}
    </>
  )
}
