import { html } from 'hono/html'
import type { Html } from './layout.ts'

/**
 * Pages of our own that a text names, to be tapped. Of an address only its path is taken: whatever a text says, nothing leads
 * elsewhere. Beside static/step.js, which does the same to what comes later.
 */
const OWN =
  /(?:https?:\/\/[^\s/]+)?(\/(?:a\/[\w-]+|(?:my-data|privacy|book|learn|chat|today)(?:[/?][\w\-/?=&%]*)?))(?!\w)/g

export function linked(text: string): Html[] {
  const parts: Html[] = []
  let from = 0
  for (const found of text.matchAll(OWN)) {
    parts.push(html`${text.slice(from, found.index)}<a href="${found[1]}">${found[0]}</a>`)
    from = found.index + found[0].length
  }
  return [...parts, html`${text.slice(from)}`]
}
