import type { Span } from './facts.ts'

/** Arithmetic of half-open spans of time: `to` is not included. */

/** In order, and none touching the next. */
export function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue
    const last = found.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else found.push({ from, to })
  }
  return found
}

/** What of `spans` no `taken` covers. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = merged(taken)
  return merged(spans).flatMap((span) => {
    const left: Span[] = []
    let { from } = span
    for (const hole of holes) {
      if (hole.to <= from) continue
      if (hole.from >= span.to) break
      if (hole.from > from) left.push({ from, to: hole.from })
      from = hole.to
    }
    if (from < span.to) left.push({ from, to: span.to })
    return left
  })
}

export const clipped = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to)

export const overlap = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)
