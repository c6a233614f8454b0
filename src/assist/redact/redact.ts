import { names } from './names.ts'
import { type Find, type Kind, numbers, shapes } from './patterns.ts'

/**
 * What tells who somebody is leaves the house as a placeholder, 〔姓名1〕, and is put back into what comes home. The same
 * words have the same placeholder throughout one request.
 */

const placeholder = /〔([^〔〕\s]{1,6}?)(\d{1,4})〕/g

/** Without placeholders: what was hidden is nobody's claim. */
export const bare = (text: string): string => text.replace(placeholder, '，')

export class Redactor {
  readonly #known: string[]
  readonly #held = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  /** `known`: names that are certain, such as those of the staff. */
  constructor(known: string[] = []) {
    this.#known = known.filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  }

  hide(text: string): string {
    let hidden = ''
    let from = 0
    for (const find of this.#found(text)) {
      hidden +=
        text.slice(from, find.from) + this.#placeholder(text.slice(find.from, find.to), find.kind)
      from = find.to
    }
    return this.#again(hidden + text.slice(from))
  }

  /** Null where there is a placeholder that was never given out. */
  restore(text: string): string | null {
    const back = new Map([...this.#held].map(([word, holder]) => [holder, word]))
    let strange = false
    const restored = text.replace(placeholder, (holder) => {
      const word = back.get(holder)
      if (word === undefined) strange = true
      return word ?? holder
    })
    return strange ? null : restored
  }

  get placeholders(): string[] {
    return [...this.#held.values()]
  }

  /** What a form found once is hidden wherever else it stands. */
  #again(text: string): string {
    const parts = text.split(/(〔[^〔〕]{1,10}〕)/)
    return parts.map((part, index) => (index % 2 === 1 ? part : this.#replaceHeld(part))).join('')
  }

  #replaceHeld(text: string): string {
    let out = text
    for (const [word, holder] of this.#held) {
      if (word.length > 1) out = out.replaceAll(word, holder)
    }
    return out
  }

  #found(text: string): Find[] {
    const own = [...text.matchAll(/〔[^〔〕]{0,12}〕?/g)].map(
      ({ 0: match, index }): Find => ({
        from: index,
        to: index + match.length,
        kind: '编号',
      }),
    )
    const staff = this.#known.flatMap((name) =>
      [...text.matchAll(new RegExp(escaped(name), 'g'))].map(
        ({ index }): Find => ({
          from: index,
          to: index + name.length,
          kind: '姓名',
        }),
      ),
    )
    const all = [...own, ...shapes(text), ...numbers(text), ...staff, ...names(text)]
    return apart(all)
  }

  #placeholder(word: string, kind: Kind): string {
    const known = this.#held.get(word)
    if (known) return known
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    const made = `〔${kind}${count}〕`
    this.#held.set(word, made)
    return made
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')

/** Finds that overlap become one, of the kind of the longest. */
function apart(finds: Find[]): Find[] {
  const sorted = finds
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const out: Find[] = []
  for (const find of sorted) {
    const last = out.at(-1)
    if (!last || find.from >= last.to) {
      out.push({ ...find })
      continue
    }
    if (find.to - find.from > last.to - last.from) last.kind = find.kind
    last.to = Math.max(last.to, find.to)
  }
  return out
}
