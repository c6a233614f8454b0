import type { Desk, Language } from '../desk.ts'
import { rotaWords } from '../locale/rota.ts'
import type { Reason } from './explain.ts'
import { lawyersOf } from './standing.ts'

/** An explanation in words: "由李伟替班，至11月23日18:00". */
export function tellWhy(desk: Desk, reason: Reason, language: Language): string {
  const { why, stamp } = rotaWords[language]
  const time = (instant: number): string => stamp(instant, desk.timezone)
  const name = (id: string): string => lawyersOf(desk).get(id)?.name ?? id
  switch (reason.code) {
    case 'rostered':
    case 'rotation':
    case 'taken_off':
    case 'leave':
    case 'appointments_only':
      return why[reason.code](time(reason.until))
    case 'covering':
    case 'swapped_in':
      return why[reason.code](name(reason.for), time(reason.until))
    case 'covered':
    case 'swapped_away':
      return why[reason.code](name(reason.by), time(reason.until))
    case 'not_trained':
      return why.not_trained(reason.from)
    case 'other_method':
      return why.other_method(reason.methods, time(reason.until))
    case 'not_rostered':
      return why.not_rostered(reason.next === null ? null : time(reason.next))
    default:
      return why.status(reason.code, reason.since === null ? null : time(reason.since))
  }
}
