import { createHash } from 'node:crypto'
import { deskFiles, flows, prompts as promptFiles, version } from 'zhiban:bundled'
import { readPrompts } from '../content/prompts.ts'
import { readContent } from '../content/read.ts'
import type { Prompt, Purpose } from '../desk/assist/purpose.ts'
import type { Content } from '../desk/flow.ts'
import type { DeskFile } from '../setup/desk-file.ts'
import { importDesk } from '../setup/import.ts'
import type { Engine } from '../store/engine.ts'
import { getMeta, setMeta } from '../store/facts.ts'
import type { Seal } from '../store/seal.ts'

/** What the other root reads from disk, from the bundle. */

export { version }

let read: Content | null = null
/** Read with the first request: a Worker's start has no time for it. */
export const content = (): Content => {
  read ??= readContent(flows)
  return read
}

export const prompts = (): ReadonlyMap<Purpose, Prompt> => readPrompts(promptFiles)

/** DESK_TEXT is a desk file's whole text, for whichever desk is asked for. Null: there is no desk of this name. */
export const deskFileOf = (desk: string, text: string | undefined): string | null =>
  text ?? deskFiles[desk] ?? deskFiles['*'] ?? null

const SEEN = 'desk_file'

/**
 * Brings in a desk file that is new to this database: there is no terminal to do it from, so a deploy with another
 * file is how a desk is changed. What staff changed since stays until then.
 */
export async function bringIn(
  engine: Engine,
  seal: Seal,
  file: DeskFile | null,
  now: number,
): Promise<void> {
  if (!file) return
  const print = createHash('sha256').update(JSON.stringify(file)).digest('base64url')
  if ((await getMeta(engine.db, SEEN)) === print) return
  await importDesk(engine, seal, file, content(), now)
  await engine.atomically((tx) => setMeta(tx, SEEN, print))
}
