import type { RotaAct } from '../../src/desk/rota/act.ts'
import { always } from './fixture.ts'
import type { Model } from './model.ts'

export const people = ['a', 'b', 'c', 'off', 'new', 'out']

/** The register and the rota move under the desk's feet: somebody is suspended, away, covered for, put on. */
export function rotaAct(model: Model, n: number, m: number): RotaAct {
  const lawyer = people[n % people.length] ?? 'a'
  const by = people[m % people.length] ?? 'b'
  const id = `rota${model.log.length}`
  const span = {
    from: model.now + (m % 3) * 600_000,
    to: model.now + (m % 3) * 600_000 + 7_200_000,
  }
  const { id: _, ...fields } = always(lawyer)
  switch (n % 5) {
    case 0: {
      const status = model.desk.lawyers.find((one) => one.id === lawyer)?.status
      const next = status === 'active' ? 'suspended' : 'active'
      return { do: 'lawyer.change', id: lawyer, fields: { status: next }, reason: '核查' }
    }
    case 1:
      return { do: 'leave.ask', id, lawyer, span, reason: null }
    case 2:
      return {
        do: 'override.add',
        id,
        fields: { lawyer, by: m % 4 ? by : null, ...span, station: null },
        reason: null,
      }
    case 3:
      return { do: 'shift.add', id, fields }
    default:
      return { do: 'shift.remove', id: model.desk.shifts[m % 9]?.id ?? 'none' }
  }
}
