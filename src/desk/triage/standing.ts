import { designated, inCustody, questionedNow } from './custody.ts'
import { hasDefender } from './defender.ts'
import { capacity, disability, grave, trialAlone, under18 } from './must.ts'
import type { Row } from './row.ts'

/** Who is in custody, must have a defender, or has one: before anything else about the case. */
export const standings: Row[] = [
  inCustody,
  questionedNow,
  designated,
  under18,
  disability,
  capacity,
  grave,
  trialAlone,
  hasDefender,
]
