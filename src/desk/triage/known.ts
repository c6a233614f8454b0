import type { Intake } from '../state.ts'
import { accused } from './people.ts'
import type { Found } from './triage.ts'

/** What the words tell about the client themselves, where they say it plainly. */
export function knownFrom(said: string, row: Found | null): Partial<Intake> {
  const mine = row === null || !['other-person', 'near-relative', 'in-custody'].includes(row.step)
  return {
    ...(row?.step === 'victim' ? { role: 'victim' as const } : {}),
    ...(row?.step === 'other-person' ? { role: 'other' as const } : {}),
    ...(row?.step === 'near-relative' ? { role: 'relative' as const } : {}),
    ...(mine && accused.test(said) ? { role: 'self' as const, matter: 'criminal' as const } : {}),
    ...(row?.step === 'has-defender' ? { defender: 'yes' as const } : {}),
    ...(mine && /取保(?!.{0,4}(申请|办|吗|能))/.test(said) ? { measure: 'bail' as const } : {}),
    ...(mine && /我[^,]{0,6}(监视居住|监居)/.test(said) ? { measure: 'residential' as const } : {}),
    ...(row?.step === 'questioned-now' ? { measure: 'summoned' as const } : {}),
    ...(mine && /审查起诉|检察院(审查|在办|那边)|移送检察院|具结书/.test(said)
      ? { stage: 'prosecution_review' as const }
      : {}),
  }
}
