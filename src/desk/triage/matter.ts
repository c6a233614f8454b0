import {
  afterSentence,
  cannotAfford,
  foreigner,
  military,
  notCriminal,
  privateProsecution,
  stateSecurity,
  supervision,
} from './kinds.ts'
import { pressed } from './pressed.ts'
import type { Row } from './row.ts'
import { victim, witness } from './victim.ts'

/** Whose matter it is, and which kind. */
export const matters: Row[] = [
  pressed,
  victim,
  witness,
  afterSentence,
  supervision,
  stateSecurity,
  notCriminal,
  foreigner,
  military,
  privateProsecution,
  cannotAfford,
]
