import { dangers } from './danger.ts'
import { matters } from './matter.ts'
import type { Row } from './row.ts'
import { standings } from './standing.ts'

/** In the order in which they go before one another; the first that fits is the one. */
export const rows: Row[] = [...dangers, ...standings, ...matters]
