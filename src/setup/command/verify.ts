import { readFileSync } from 'node:fs'
import { type Anchor, type AnchorFault, checkAnchor, readAnchor } from '../../store/anchor.ts'
import type { Db } from '../../store/engine.ts'
import type { Seal } from '../../store/seal.ts'
import { verifyLog } from '../../store/verify.ts'

/** `npm run desk -- verify [ANCHORS]`: the log proved whole, and where anchors were kept elsewhere, not cut or written anew. */
export async function verifyCommand(
  { db }: { db: Db },
  seal: Seal | null,
  anchors: string | undefined,
): Promise<number> {
  const kept = anchors === undefined ? [] : readAnchors(anchors)
  if (!seal) {
    console.log(
      '没有密钥，只核对日志，不核对文字 · without the key: the log is proved, its words are not',
    )
  }
  const { lines, bad, violations } = await verifyLog(db, seal)
  for (const { seq, invariant, what } of violations) {
    console.error(
      `事件 ${seq} 违反不变量 ${invariant} · event ${seq} breaks invariant ${invariant}: ${what}`,
    )
  }
  if (bad) {
    console.error(`事件 ${bad.seq} 不完整 · event ${bad.seq} is bad: ${bad.what}`)
    return 1
  }
  let faults = 0
  for (const anchor of kept) {
    const fault = await checkAnchor(db, seal, anchor)
    if (!fault) continue
    faults++
    console.error(told[fault](anchor, lines))
  }
  if (faults > 0) return 1
  console.log(`事件日志完整，共 ${lines} 条 · the event log is whole, ${lines} events`)
  const last = kept.at(-1)
  if (last) {
    console.log(
      `与 ${kept.length} 个锚点相符，最近的是 ${last.at} · agrees with ${kept.length} anchors, the last of ${last.at}`,
    )
  }
  return violations.length > 0 ? 1 : 0
}

const told: Record<AnchorFault, (anchor: Anchor, lines: number) => string> = {
  cut: ({ seq, at }, lines) =>
    `日志被截短：${at} 已到事件 ${seq}，现在只有 ${lines} · the log was cut short: on ${at} it had ${seq} events, now ${lines}; event ${lines + 1} is missing`,
  rewritten: ({ seq, at }) =>
    `事件 ${seq} 或之前的事件在 ${at} 之后被改写 · event ${seq}, or one before it, was written anew since ${at}`,
  'not signed by this desk': ({ seq, at }) =>
    `${at} 的锚点（事件 ${seq}）不是这个值班台签的 · the anchor of ${at} (event ${seq}) was not signed by this desk`,
}

function readAnchors(file: string): Anchor[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const anchor = readAnchor(line)
      if (!anchor) throw new Error(`${file}: 第 ${i + 1} 行不是锚点 · line ${i + 1} is no anchor`)
      return anchor
    })
}
