import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useLocation } from 'wouter'
import { api, good } from '../api.ts'
import type { Me } from '../queries.ts'
import { clockEnd } from '../time.ts'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { useSound } from './alarm.ts'

const PAUSE = 30 * 60_000

/** One switch that says what being on duty means right now. */
export function Presence({ me }: { me: Me }) {
  const client = useQueryClient()
  const sound = useSound()
  // Elsewhere the screen's height is the client's.
  const home = useLocation()[0] === '/'
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
  if (!first) {
    return (
      <section className="duty" aria-label={words.duty}>
        <b>{base.notOnDuty}</b>
        <span className="soft">{words.offDutyMeans}</span>
      </section>
    )
  }
  const asked = [...new Set(me.onDuty.map(({ method }) => method))]
  const methods = asked.map((method) => base.methods[method]).join(base.and)
  const on = me.presence === 'on'
  const state = on ? base.onDuty : me.presence === 'pause' ? base.paused : base.off
  const until = (!on && me.presenceUntil) || first.until
  const means = on ? asked.map((method) => words.means[method]).join('') : words.offMeans
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
        {state} · {methods} · {base.until(clockEnd(until))}
      </button>
      {on && (
        <Button onClick={() => set.mutate({ state: 'pause', until: Date.now() + PAUSE })}>
          {words.pauseHalf}
        </Button>
      )}
      {home && <span className="soft means">{means}</span>}
      {me.pausedBy === 'misses' && <span className="due">{base.pausedByMisses}</span>}
      {on && !sound && <span className="soft">{words.soundOff}</span>}
    </section>
  )
}
