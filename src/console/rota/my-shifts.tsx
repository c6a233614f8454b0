import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useStaff } from '../queries.ts'
import type { Me } from '../shell.tsx'
import { day, weekDay } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { rotaWords as words } from '../words/rota.ts'
import { AskLeave } from './ask-leave.tsx'
import { AskSwap } from './ask-swap.tsx'
import { DutyAnswers } from './duty-answers.tsx'
import { DutyLine } from './duty-line.tsx'
import { useCalendar, useRota, type Window } from './queries.ts'
import { SwapAnswers } from './swap-answers.tsx'

/** A lawyer's four weeks: their duty, leave, and swaps. */
export function MyShifts({ me }: { me: Me }) {
  const rota = useRota(weekDay(0), weekDay(28))
  const staff = useStaff()
  const calendar = useCalendar()
  const [swap, setSwap] = useState<Window | null>(null)
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  if (rota.isPending) return <Skeleton active />
  if (!rota.data) return <Refused error={rota.error} />
  const now = Date.now()
  const mine = (rota.data?.items ?? []).filter(
    ({ lawyer, to }) => lawyer === me.id && Date.parse(to) > now,
  )
  return (
    <>
      <h1>{words.myShifts}</h1>
      <DutyAnswers />
      <SwapAnswers me={me} name={name} />
      {mine.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="register">
        {mine.map((item) => (
          <li key={`${item.shift}${item.from}`}>
            <div className="grow">
              {day(item.from)} <DutyLine item={item} name={name} />
            </div>
            {Date.parse(item.from) > now && item.mode !== 'appointment' && (
              <Button size="small" onClick={() => setSwap(item)}>
                {words.swapThis}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {swap && (
        <AskSwap
          me={me}
          item={swap}
          others={(rota.data?.items ?? []).filter(({ from }) => Date.parse(from) > now)}
          onClose={() => setSwap(null)}
        />
      )}
      <AskLeave />
      {calendar.data && (
        <section>
          <h2>{words.calendar}</h2>
          <p className="told">
            <a href={calendar.data}>{calendar.data}</a>
          </p>
        </section>
      )}
    </>
  )
}
