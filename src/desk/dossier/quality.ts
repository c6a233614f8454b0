import type { FollowUpBody, ReviewBody, ScoreHead } from './paper-centre.ts'
import { scoreHeads } from './paper-centre.ts'

/** 服务质量考核评估 (Art. 31 ¶1). */

export const bands = ['excellent', 'good', 'pass', 'fail'] as const

export type Band = (typeof bands)[number]

export const sumOf = (scores: Record<ScoreHead, number>): number =>
  Object.values(scores).reduce((sum, score) => sum + score, 0)

/** 90 and more 优秀, 80 良好, 60 合格; a veto fails whatever the sum. */
export function bandOf({ scores, veto }: Pick<ReviewBody, 'scores' | 'veto'>): Band {
  const sum = sumOf(scores)
  if (veto !== null || sum < 60) return 'fail'
  return sum >= 90 ? 'excellent' : sum >= 80 ? 'good' : 'pass'
}

/** Heads scored above what they can be. */
export const tooHigh = (scores: Record<ScoreHead, number>): ScoreHead[] =>
  (Object.keys(scoreHeads) as ScoreHead[]).filter((head) => scores[head] > scoreHeads[head])

/** A share of the lines, each lawyer at least once, by marks nobody chooses: the same for the same month. */
export function sample<T extends { lawyer: string; mark: string }>(lines: T[], share: number): T[] {
  const ordered = lines.toSorted((a, b) => (a.mark < b.mark ? -1 : 1))
  const wanted = Math.ceil((lines.length * share) / 100)
  const first = new Map<string, T>()
  for (const line of ordered) if (!first.has(line.lawyer)) first.set(line.lawyer, line)
  const chosen = new Set<T>(first.values())
  for (const line of ordered) {
    if (chosen.size >= Math.max(wanted, first.size)) break
    chosen.add(line)
  }
  return ordered.filter((line) => chosen.has(line))
}

export function satisfactionOf(calls: FollowUpBody[]): number | null {
  const said = calls.flatMap(({ satisfaction }) => satisfaction ?? [])
  return said.length === 0 ? null : said.reduce((a, b) => a + b, 0) / said.length
}
