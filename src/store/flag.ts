import type { Flag } from '../desk/staff/flag.ts'
import type { Db } from './engine.ts'
import { slot, statement, upsert } from './statement.ts'

/** Flags: one of a kind for each conversation. */

const put = upsert('flag', ['id', 'conversation', 'kind', 'at'], 'id')
const drop = statement((db) => db.deleteFrom('flag').where('id', '=', slot<string>(0)))

/** Null: it comes off. */
export async function saveFlag(
  tx: Db,
  conversation: string,
  kind: Flag,
  at: number | null,
): Promise<void> {
  const id = `${conversation} ${kind}`
  if (at === null) await drop(tx, id)
  else await put(tx, [id, conversation, kind, at])
}

/** A charge as it is looked for: 盗窃罪 and 盗窃 are one. */
export const plainCharge = (charge: string): string =>
  charge
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s，,。.、；;]/g, '')
    .replace(/^涉嫌/, '')
    .replace(/罪$/, '')
