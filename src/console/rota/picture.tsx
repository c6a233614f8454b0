import { Button, Segmented, Skeleton } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { day } from '../time.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { Cover } from './cover.tsx'
import { Days } from './days.tsx'
import { DragContext, type Dragged } from './drag.ts'
import { Fairness } from './fairness.tsx'
import { FillGap } from './fill-gap.tsx'
import { Matrix } from './matrix.tsx'
import { useDutyAsks, useFairness, useGaps, useLawyers, useRota, type Window } from './queries.ts'
import { daysOf, type Hole } from './span.ts'
import { useAsking } from './use-asking.ts'
import './picture.css'
import { Refused } from '../unloaded.tsx'

/** The longest way ahead a gap is looked for, so that next month's picture shows its own. */
const WEEKS = 10

const wide = matchMedia('(min-width: 900px)')
const onWide = (changed: () => void) => {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}

/** A week or a month, by lawyer or by station; on a small screen, day after day. */
export function Picture() {
  const [show, setShow] = useState<'week' | 'month'>('week')
  const [rows, setRows] = useState<'lawyer' | 'station'>('lawyer')
  const [step, setStep] = useState(0)
  const [held, hold] = useState<Dragged | null>(null)
  const [open, setOpen] = useState<Window | null>(null)
  const [hole, setHole] = useState<Hole | null>(null)
  const matrix = useSyncExternalStore(onWide, () => wide.matches)
  const days = daysOf(show, step)
  const [from, to] = [days[0] ?? '', days.at(-1) ?? '']
  const rota = useRota(from, to)
  const gaps = useGaps(WEEKS)
  const lawyers = useLawyers()
  const asks = useDutyAsks()
  const loads = useFairness(from, to)
  const ask = useAsking()
  const parts = {
    days,
    rota: rota.data,
    gaps: gaps.data ?? [],
    lawyers: lawyers.data ?? [],
    asks: asks.data ?? [],
    loads: loads.data ?? [],
    onDuty: setOpen,
    onHole: setHole,
    onPropose: ask.mutate,
  }
  return (
    <section aria-label={words.picture}>
      <div className="weeks">
        <Segmented
          aria-label={words.show}
          value={show}
          onChange={(value) => {
            setShow(value)
            setStep(0)
          }}
          options={[
            { value: 'week' as const, label: words.week },
            { value: 'month' as const, label: words.month },
          ]}
        />
        {matrix && (
          <Segmented
            aria-label={words.rows}
            value={rows}
            onChange={setRows}
            options={[
              { value: 'lawyer' as const, label: words.byLawyer },
              { value: 'station' as const, label: words.byStation },
            ]}
          />
        )}
        <Button onClick={() => setStep(step - 1)}>{words.before}</Button>
        <Button onClick={() => setStep(0)} disabled={step === 0}>
          {words.now}
        </Button>
        <Button onClick={() => setStep(step + 1)}>{words.next}</Button>
        <b className="span">
          {day(from)} – {day(days.at(-2) ?? from)}
        </b>
      </div>
      <Refused error={rota.error} />
      {rota.isError ? null : !rota.data ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : matrix ? (
        <DragContext value={{ held, hold }}>
          <Matrix {...parts} rota={rota.data} rows={rows} small={show === 'month'} />
        </DragContext>
      ) : (
        <Days {...parts} rota={rota.data} />
      )}
      {matrix && <p className="soft">{words.hint}</p>}
      {!(matrix && rows === 'lawyer') && <Fairness loads={parts.loads} />}
      {open && <Cover item={open} onClose={() => setOpen(null)} />}
      {hole && <FillGap hole={hole} onClose={() => setHole(null)} />}
    </section>
  )
}
