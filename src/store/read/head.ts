import type { Db } from '../engine.ts'
import { statement } from '../statement.ts'

const head = statement((db) => db.selectFrom('event').select((eb) => eb.fn.max('seq').as('seq')))

/** The last line of the log; 0 for an empty one. */
export const headOf = async (db: Db): Promise<number> => Number((await head(db))[0]?.seq ?? 0)
