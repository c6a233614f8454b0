import { html } from 'hono/html'
import type { Language } from '../../desk/desk.ts'
import type { Content, Term } from '../../desk/flow.ts'
import type { Html } from './layout.ts'

/** Legal words in a text that explain themselves on tap; plain HTML, so that they do without script. */

type Part = string | { term: Term; as: string }

/** Each term once, where it first stands; the longest name wins where several begin. */
export function partsOf(text: string, terms: Term[], used = new Set<string>()): Part[] {
  const names = terms
    .flatMap((term) => [term.term, ...term.also].map((name) => ({ name, term })))
    .sort((a, b) => b.name.length - a.name.length)
  const parts: Part[] = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const found = names.find(({ name, term }) => !used.has(term.id) && stands(text, name, at))
    if (!found) {
      plain += text[at++]
      continue
    }
    used.add(found.term.id)
    parts.push(plain, { term: found.term, as: text.slice(at, at + found.name.length) })
    plain = ''
    at += found.name.length
  }
  return [...parts, plain].filter((part) => part !== '')
}

/** English words stand between others; Chinese ones stand anywhere. */
function stands(text: string, name: string, at: number): boolean {
  if (text.slice(at, at + name.length).toLowerCase() !== name.toLowerCase()) return false
  if (!/^[a-z]/i.test(name)) return true
  return !/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')
}

export const termsOf = (content: Content, language: Language): Term[] =>
  content.terms.filter((term) => term.language === language)

export const explained = (text: string, terms: Term[], used?: Set<string>): Html =>
  html`${partsOf(text, terms, used).map((part) =>
    typeof part === 'string'
      ? part
      : html`<details class="term"><summary>${part.as}</summary><span>${part.term.plain}</span></details>`,
  )}`

/** Line by line, each term explained once. */
export function lines(text: string, terms: Term[]): Html {
  const used = new Set<string>()
  return html`${text
    .trim()
    .split('\n')
    .map((line) => html`<div class="line">${explained(line, terms, used)}</div>`)}`
}
