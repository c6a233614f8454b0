import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { weekDay } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { deskWords } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { screenWords } from '../words/screens.ts'
import { staffingWords as words } from '../words/staffing.ts'
import { isShort, StaffingChart, StaffingTable } from './staffing-table.tsx'

const choices = [4, 8, 26]

/** Whole weeks, the last one ending with last Sunday. */
const spanOf = (weeks: number) => ({ from: weekDay(-7 * weeks), to: weekDay(0) })

function useStaffing(span: { from: string; to: string }) {
  return useQuery({
    queryKey: ['staffing', span],
    queryFn: async () => {
      const found = await good(api.staffing.$get({ query: { ...span, format: 'json' } }))
      if (typeof found === 'string' || !('state' in found)) throw new Error(base.failed)
      return found
    },
    refetchInterval: ({ state: { data } }) => (data?.state === 'working' ? 1500 : false),
  })
}

export type Ready = Extract<ReturnType<typeof useStaffing>['data'], { state: 'ready' }>

/** How many lawyers each hour of the week needs, from the desk's own log. */
export function Staffing() {
  const [weeks, setWeeks] = useState(8)
  const span = spanOf(weeks)
  const { data, error, refetch } = useStaffing(span)
  return (
    <section data-staffing>
      <h2>{words.title}</h2>
      <p className="soft">{words.why}</p>
      <div className="tools">
        {choices.map((n) => (
          <Button key={n} aria-pressed={n === weeks} onClick={() => setWeeks(n)}>
            {words.weeks(n)}
          </Button>
        ))}
        {data?.state === 'ready' && (
          <Button
            type="primary"
            href={`/api/staffing?${new URLSearchParams({ ...span, format: 'csv' })}`}
          >
            {words.download}
          </Button>
        )}
      </div>
      <Refused error={error} />
      {data?.state === 'failed' && (
        <Alert
          type="error"
          title={words.failed}
          action={<Button onClick={() => refetch()}>{screenWords.again}</Button>}
        />
      )}
      {data?.state === 'too_few' && <p className="soft">{words.tooFew(data.calls)}</p>}
      {data?.state === 'working' && (
        <div role="status">
          <p className="soft">{words.working(Math.round(data.done * 100))}</p>
          <Progress
            percent={Math.round(data.done * 100)}
            showInfo={false}
            aria-label={words.title}
          />
        </div>
      )}
      {data?.state === 'ready' && <Found data={data} />}
    </section>
  )
}

function Found({ data }: { data: Ready }) {
  const { calls, talk, patience, noAnswer } = data.basis
  const short = data.cells.filter(isShort).length
  const time = (seconds: number): string =>
    deskWords.minutes(Math.floor(seconds / 60), Math.round(seconds % 60))
  return (
    <>
      <p>
        {words.basis(
          calls,
          time(talk),
          patience === null ? words.endless : time(patience),
          `${Math.round(noAnswer * 100)}%`,
        )}
      </p>
      <p className={short > 0 ? 'danger' : 'good'}>
        {short > 0 ? words.short(short) : words.enough}
      </p>
      <StaffingChart cells={data.cells} />
      <StaffingTable cells={data.cells} />
    </>
  )
}
