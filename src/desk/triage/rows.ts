import { danger } from './danger.ts'
import { despair } from './despair.ts'
import { matters } from './matter.ts'
import { data, obstruction } from './refused.ts'
import type { Row } from './row.ts'
import { scam } from './scam.ts'
import { standings } from './standing.ts'

/** In the order in which they go before one another; the first that fits is the one. */
export const rows: Row[] = [despair, danger, scam, data, obstruction, ...standings, ...matters]
