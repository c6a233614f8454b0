import type { Staff } from '../../src/desk/access.ts'
import type { RotaAct } from '../../src/desk/rota/act.ts'
import { always } from './fixture.ts'
import type { Model } from './model.ts'

export const people = ['a', 'b', 'c', 'off', 'new', 'out']

/** Mostly those who may serve. */
const somebody = (k: number): string => people[k % 5 ? k % 3 : k % people.length] ?? 'a'

export interface Asked {
  by: Pick<Staff, 'id' | 'role'>
  act: RotaAct
}

/**
 * The register and the rota move under the desk's feet, in the middle of rings and talks: somebody is suspended, goes
 * on leave, swaps, is covered for, is asked to stand in, is put on or taken off.
 */
export function rotaAct(model: Model, n: number, m: number): Asked {
  // What is done, to whom and with whom are drawn apart.
  const lawyer = somebody(Math.floor(n / 12))
  const other = somebody(Math.floor(m / 12))
  const id = `rota${model.log.length}`
  const from = model.now + (m % 3) * 600_000
  const span = { from, to: from + 7_200_000 }
  const { id: _, ...fields } = always(lawyer)
  const last = <T>(list: T[]): T | undefined => list.at(-1 - (m % 3)) ?? list.at(-1)
  const unanswered = <T extends { state: string }>(list: T[]): T | undefined =>
    last(list.filter(({ state }) => state === 'asked'))
  const chen = (act: RotaAct): Asked => ({ by: { id: 'chen', role: 'coordinator' }, act })
  const self = (who: string, act: RotaAct): Asked => ({ by: { id: who, role: 'lawyer' }, act })
  const { desk } = model
  switch (n % 12) {
    case 0: {
      const status = desk.lawyers.find((one) => one.id === lawyer)?.status
      const next = status === 'active' ? 'suspended' : 'active'
      return chen({ do: 'lawyer.change', id: lawyer, fields: { status: next }, reason: '核查' })
    }
    case 1:
      return self(lawyer, { do: 'leave.ask', id, lawyer, span, reason: null })
    case 2:
      return chen({
        do: 'leave.decide',
        id: unanswered(desk.leave)?.id ?? id,
        grant: m % 4 > 0,
        reason: null,
      })
    case 3:
      return chen({ do: 'leave.end', id: last(desk.leave)?.id ?? id })
    case 4: {
      const by = m % 4 ? other : null
      return chen({
        do: 'override.add',
        id,
        fields: { lawyer, by, ...span, station: null },
        reason: null,
      })
    }
    case 5:
      return chen({ do: 'shift.add', id, fields })
    case 6:
      return chen({ do: 'shift.remove', id: desk.shifts[m % 9]?.id ?? 'none' })
    case 7: {
      // Soon, so that it begins while they ring and talk.
      const gives = { from: model.now + 1000, to: model.now + 3_600_000 }
      const takes = m % 2 ? { from: gives.to, to: gives.to + 3_600_000 } : null
      return self(lawyer, { do: 'swap.ask', id, with: other, gives, takes })
    }
    case 8: {
      const swap = unanswered(desk.swaps)
      return self(swap?.with ?? lawyer, {
        do: 'swap.answer',
        id: swap?.id ?? id,
        accept: m % 5 > 0,
      })
    }
    case 9:
      return chen({ do: 'swap.undo', id: last(desk.swaps)?.id ?? id })
    case 10: {
      const { station, methods, tier } = fields
      const instead = m % 2 ? { lawyer: other, ...span } : null
      return chen({
        do: 'duty.ask',
        id,
        fields: { lawyer, station, methods, tier, ...span, instead },
      })
    }
    default: {
      const ask = unanswered(desk.asks)
      return self(ask?.lawyer ?? lawyer, {
        do: 'duty.answer',
        id: ask?.id ?? id,
        accept: m % 4 > 0,
      })
    }
  }
}
