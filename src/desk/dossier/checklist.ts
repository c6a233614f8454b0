import type { ConsultationRecord } from '../state.ts'
import type { Service } from './services.ts'

/** What advice must contain (Art. 7), ticked by the lawyer while they talk. */

/** Art. 7 ¶1, in order: the rules of legal help, the rights of this stage, the questions answered. */
export const adviceTicks = ['rules', 'rights', 'answered'] as const

/** Art. 7 ¶2, in a plea case. */
export const pleaTicks = ['objection', 'range', 'circumstances', 'leniency', 'procedure'] as const

export type AdviceTick = (typeof adviceTicks)[number]
export type PleaTick = (typeof pleaTicks)[number]

export const pleaStances = ['not_raised', 'willing', 'unwilling', 'undecided'] as const

export interface Checklist {
  plea: (typeof pleaStances)[number]
  ticks: (AdviceTick | PleaTick)[]
  /** Of what was not ticked: why it does not apply. */
  notApplicable: Partial<Record<AdviceTick | PleaTick, string>>
  /** Help given beside advice. */
  services: Service[]
}

export const noChecks: Checklist = {
  plea: 'not_raised',
  ticks: [],
  notApplicable: {},
  services: [],
}

/** What a lawyer who keeps a checklist has yet to tick, or to say why not. Nobody is asked who keeps none. */
export function checksMissing({ checks }: ConsultationRecord): string[] {
  if (!checks) return []
  const due: (AdviceTick | PleaTick)[] = [
    ...adviceTicks,
    ...(checks.plea === 'not_raised' ? [] : pleaTicks),
  ]
  const open = due.filter(
    (tick) => !checks.ticks.includes(tick) && !checks.notApplicable[tick]?.trim(),
  )
  return open.map((tick) => `checks.${tick}`)
}

/** One line of the ledger names each kind of help once. */
export function servicesIn({ checks }: ConsultationRecord): Service[] {
  const found = new Set<Service>(['legal_advice', ...(checks?.services ?? [])])
  if (checks && checks.plea !== 'not_raised') found.add('explain_plea_law')
  if (checks?.ticks.includes('procedure')) found.add('procedure_choice_advice')
  return [...found]
}
