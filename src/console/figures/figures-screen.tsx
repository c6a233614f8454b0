import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { useStations } from '../coordinator/filters.tsx'
import { Field } from '../field.tsx'
import { fetched } from '../load.ts'
import { useStaff } from '../queries.ts'
import '../theme/desk.css'
import { fromInput, toInput } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { Staffing } from './staffing.tsx'
import { Counts, Grid, Totals } from './tables.tsx'

const Chart = lazy(() => fetched(async () => ({ default: (await import('./chart.tsx')).Chart })))

const DAY = 86_400_000
const today = (): string => toInput(new Date().toISOString()).slice(0, 10)
const daysAgo = (n: number): string =>
  toInput(new Date(Date.now() - n * DAY).toISOString()).slice(0, 10)

/** How it went: every number leads to its cases, every chart has its table, all of it can be taken away. */
export function FiguresScreen() {
  const [from, setFrom] = useState(() => daysAgo(6))
  const [to, setTo] = useState(today)
  const [station, setStation] = useState<string>()
  const stations = useStations()
  const staff = useStaff()
  const whole = from !== '' && to !== '' && from <= to
  const span = {
    from: whole ? fromInput(`${from}T00:00`) : '',
    to: whole ? new Date(Date.parse(fromInput(`${to}T00:00`)) + DAY).toISOString() : '',
    ...(station ? { station } : {}),
  }
  const figures = useQuery({
    queryKey: ['figures', span],
    enabled: whole,
    queryFn: async () => {
      const found = await good(api.figures.$get({ query: { ...span, format: 'json' } }))
      if (typeof found === 'string' || !('total' in found)) throw new Error(base.failed)
      return found
    },
  })
  const data = figures.data
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  const place = (id: string | null): string =>
    stations.find((one) => one.id === id)?.name ?? id ?? words.none
  const cases = (more: string): string => `/conversations?from=${from}&to=${to}${more}`
  return (
    <>
      <h1>{words.figures}</h1>
      <div className="filters">
        <Field name={words.from}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          )}
        </Field>
        <Field name={words.to}>
          {(id) => (
            <Input id={id} type="date" value={to} onChange={({ target }) => setTo(target.value)} />
          )}
        </Field>
        <Field name={words.station}>
          {(id) => (
            <Select
              id={id}
              allowClear
              aria-label={words.station}
              placeholder={base.all}
              style={{ width: '100%' }}
              value={station}
              onChange={(value: string | undefined) => setStation(value)}
              options={stations.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      </div>
      <div className="tools">
        {(
          [
            [6, words.week],
            [29, words.month],
            [89, words.quarter],
          ] as const
        ).map(([days, label]) => (
          <Button
            key={days}
            onClick={() => {
              setFrom(daysAgo(days))
              setTo(today())
            }}
          >
            {label}
          </Button>
        ))}
        {whole && (
          <Button
            type="primary"
            href={`/api/figures?${new URLSearchParams({ ...span, format: 'csv' })}`}
          >
            {words.download}
          </Button>
        )}
      </div>
      {figures.isFetching && !data && <Skeleton active />}
      <Refused error={figures.error} />
      {data && data.total.came === 0 && <p className="soft">{words.noFigures}</p>}
      {data && data.total.came > 0 && (
        <>
          <Totals total={data.total} cases={cases} />
          <h2>{words.byHour}</h2>
          <Suspense fallback={<div className="chart" />}>
            <Chart
              label={words.chartOf(words.byHour)}
              names={data.byHour.map(({ hour }) => String(hour))}
              series={[
                [words.calls, data.byHour.map(({ calls }) => calls)],
                [words.written, data.byHour.map(({ written }) => written)],
                [words.messages, data.byHour.map(({ messages }) => messages)],
              ]}
            />
          </Suspense>
          <details>
            <summary>{words.table}</summary>
            <Grid
              caption={words.byHour}
              heads={[words.hour, words.calls, words.written, words.messages]}
              rows={data.byHour.map((one) => [
                String(one.hour),
                String(one.calls),
                String(one.written),
                String(one.messages),
              ])}
            />
          </details>
          <h2>{words.byDay}</h2>
          <Suspense fallback={<div className="chart" />}>
            <Chart
              label={words.chartOf(words.byDay)}
              names={data.byDay.map(({ day }) => day.slice(5))}
              series={[
                [words.calls, data.byDay.map(({ calls }) => calls)],
                [words.written, data.byDay.map(({ written }) => written)],
                [words.abandoned, data.byDay.map(({ missed }) => missed)],
              ]}
            />
          </Suspense>
          <Grid
            caption={words.byDay}
            heads={[words.dayName, words.calls, words.written, words.abandoned]}
            rows={data.byDay.map((one) => [
              <Link key={one.day} href={`/conversations?from=${one.day}&to=${one.day}`}>
                {one.day}
              </Link>,
              String(one.calls),
              String(one.written),
              String(one.missed),
            ])}
          />
          <Counts
            caption={words.byChannel}
            rows={data.byChannel.map((one) => ({
              ...one,
              key: one.channel,
              name: base.channels[one.channel] ?? one.channel,
              to: cases(`&channel=${one.channel}`),
            }))}
          />
          <Counts
            caption={words.byStation}
            rows={data.byStation.map((one) => ({
              ...one,
              key: one.station ?? '',
              name: place(one.station),
              to: one.station === null ? null : cases(`&station=${one.station}`),
            }))}
          />
          <Counts
            caption={words.byLawyer}
            rows={data.byLawyer.map((one) => ({
              ...one,
              key: one.lawyer,
              name: name(one.lawyer),
              to: cases(`&lawyer=${one.lawyer}`),
            }))}
          />
        </>
      )}
      <Staffing />
    </>
  )
}
