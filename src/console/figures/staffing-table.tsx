import { Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { fetched } from '../load.ts'
import { deskWords } from '../words/desk.ts'
import { staffingWords as words } from '../words/staffing.ts'
import type { Ready } from './staffing.tsx'
import { Grid } from './tables.tsx'

const Chart = lazy(() => fetched(async () => ({ default: (await import('./chart.tsx')).Chart })))

type Cells = Ready['cells']

export const isShort = ({ now, needed }: Cells[number]): boolean => needed !== null && needed > now

/** One day: what is on the rota beside what is needed. */
export function StaffingChart({ cells }: { cells: Cells }) {
  const [day, setDay] = useState(0)
  const hours = cells.slice(day * 24, day * 24 + 24)
  return (
    <>
      <Select
        aria-label={words.day}
        style={{ minWidth: 120 }}
        value={day}
        onChange={setDay}
        options={words.days.map((label, value) => ({ value, label }))}
      />
      <Suspense fallback={<div className="chart" />}>
        <Chart
          label={deskWords.chartOf(`${words.title} ${words.days[day]}`)}
          names={hours.map(({ hourOfWeek }) => String(hourOfWeek % 24))}
          series={[
            [words.now, hours.map(({ now }) => now)],
            [words.needed, hours.map(({ needed }) => needed ?? 0)],
          ]}
        />
      </Suspense>
    </>
  )
}

export function StaffingTable({ cells }: { cells: Cells }) {
  const cell = (one: Cells[number] | undefined) =>
    one && (
      <span className={isShort(one) ? 'danger' : undefined}>
        {words.cell(one.now, one.needed === null ? '—' : String(one.needed))}
        {isShort(one) && <span className="unseen">{words.notEnough}</span>}
      </span>
    )
  return (
    <>
      <Grid
        caption={words.title}
        heads={[words.hour, ...words.days]}
        rows={Array.from({ length: 24 }, (_, hour) => [
          String(hour),
          ...words.days.map((_, day) => cell(cells[day * 24 + hour])),
        ])}
      />
      <p className="soft">{words.legend}</p>
    </>
  )
}
