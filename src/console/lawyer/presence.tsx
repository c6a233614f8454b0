import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, good } from '../api.ts'
import type { Me } from '../queries.ts'
import { useRota } from '../rota/queries.ts'
import { clock, day, weekDay } from '../time.ts'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { useSound } from './alarm.ts'

const PAUSE = 30 * 60_000

/** One switch that says what being on duty means right now. */
export function Presence({ me }: { me: Me }) {
  const client = useQueryClient()
  const sound = useSound()
  const set = useMutation({
    mutationFn: ({ state, until }: { state: 'on' | 'pause' | 'off'; until?: number }) =>
      good(
        api.presence.$post({
          json: { state, ...(until ? { until: new Date(until).toISOString() } : {}) } as {
            state: 'on'
          },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['me'] }),
  })
  const first = me.onDuty[0]
  if (!first) return <Next me={me} />
  const methods = [...new Set(me.onDuty.map(({ method }) => base.methods[method]))].join(base.and)
  const on = me.presence === 'on'
  const state = on ? base.onDuty : me.presence === 'pause' ? base.paused : base.off
  return (
    <section className="duty" aria-label={words.duty}>
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={on}
        disabled={set.isPending}
        onClick={() => set.mutate({ state: on ? 'off' : 'on' })}
      >
        {state} · {methods} · {base.until(clock(first.until))}
      </button>
      {on && (
        <Button onClick={() => set.mutate({ state: 'pause', until: Date.now() + PAUSE })}>
          {words.pauseHalf}
        </Button>
      )}
      {me.pausedBy === 'misses' && <span className="due">{base.pausedByMisses}</span>}
      {on && !sound && <span className="soft">{words.soundOff}</span>}
    </section>
  )
}

function Next({ me }: { me: Me }) {
  const rota = useRota(weekDay(0), weekDay(15))
  const now = Date.now()
  const next = (rota.data?.items ?? [])
    .filter(
      ({ lawyer, from, mode }) =>
        lawyer === me.id && Date.parse(from) > now && mode !== 'appointment',
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  return (
    <section className="duty" aria-label={words.duty}>
      <b>{base.notOnDuty}</b>
      {rota.data && (
        <span className="soft">
          {next
            ? words.nextShift(
                day(next.from),
                clock(next.from),
                clock(next.to),
                next.methods.map((method) => base.methods[method] ?? method).join(base.and),
              )
            : words.noNext}
        </span>
      )}
    </section>
  )
}
