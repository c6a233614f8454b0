import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { type Anchor, makeAnchor, readAnchor } from '../../store/anchor.ts'
import type { Engine } from '../../store/engine.ts'
import type { Seal } from '../../store/seal.ts'

/** `npm run desk -- anchor [FILE]`: how the log stands now, to be kept where the database is not. */
export async function anchorCommand(
  engine: Engine,
  seal: Seal,
  file: string | undefined,
  now: number,
): Promise<number> {
  const anchor = await makeAnchor(engine, seal, now)
  const line = JSON.stringify(anchor)
  if (file === undefined) console.log(line)
  else {
    appendFileSync(file, `${line}\n`)
    console.log(
      `已记入 ${file}：共 ${anchor.seq} 条 · written to ${file}: ${anchor.seq} events, hash ${anchor.hash}`,
    )
  }
  return 0
}

const DAY = 86_400_000
const HOUR = 3_600_000

/** One anchor a day into a file, looked after while the desk runs; the answer ends it. */
export function anchorDaily(
  engine: Engine,
  seal: Seal,
  file: string,
  failed: (error: unknown) => void,
): () => void {
  const look = async (): Promise<void> => {
    const now = Date.now()
    const last = lastAnchor(file)
    if (last && now - Date.parse(last.at) < DAY) return
    appendFileSync(file, `${JSON.stringify(await makeAnchor(engine, seal, now))}\n`)
  }
  const timer = setInterval(() => void look().catch(failed), HOUR)
  timer.unref()
  void look().catch(failed)
  return () => clearInterval(timer)
}

function lastAnchor(file: string): Anchor | null {
  if (!existsSync(file)) return null
  return readAnchor(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '')
}
