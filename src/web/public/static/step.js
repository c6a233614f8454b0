// @ts-check
/** What the desk shows besides plain words: a step of the explainer with its words and citations on tap; a lawyer's card. */

/** @typedef {{ names: string[], plain: string }} Term */
/** @type {Term[]} */
let terms = []
/** @type {{ element: HTMLElement, text: string }[]} */
let waiting = []

/** @param {string} tag @param {string} [className] @param {(Node | string)[]} children */
const make = (tag, className = '', ...children) => {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children)
  return element
}

const OWN =
  /(?:https?:\/\/[^\s/]+)?(\/(?:a\/[\w-]+|(?:my-data|privacy|book|learn|chat|today)(?:[/?][\w\-/?=&%]*)?))(?!\w)/g

/** Pages of our own that a text names, to be tapped; nothing leads elsewhere (links.ts). @param {string} text */
export const linked = (text) => {
  /** @type {(Node | string)[]} */
  const parts = []
  let from = 0
  for (const found of text.matchAll(OWN)) {
    const link = make('a', '', found[0])
    link.setAttribute('href', found[1] ?? '')
    parts.push(text.slice(from, found.index), link)
    from = found.index + found[0].length
  }
  return [...parts, text.slice(from)]
}

/** Steps that came before the words did are explained once they are here. @param {string} url */
export const loadTerms = async (url) => {
  const answer = await fetch(url)
  if (!answer.ok) return
  terms = await answer.json()
  for (const { element, text } of waiting) element.replaceChildren(...linesOf(text))
  waiting = []
}

/** @param {any} event */
export const stepText = (event) => {
  // The last line repeats the citations for channels that cannot fold them.
  const end = event.cites.length > 0 ? event.text.lastIndexOf('\n') : event.text.length
  const text = event.text.slice(0, end)
  const element = make('div', 'said', ...linesOf(text))
  if (terms.length === 0) waiting.push({ element, text })
  return element
}

/** @param {string} text */
const linesOf = (text) => {
  /** @type {Set<Term>} */
  const used = new Set()
  return text.split('\n').map((line) => make('div', 'line', ...explained(line, used)))
}

/** Each term once, where it first stands; the longest name wins. @param {string} text @param {Set<Term>} used */
const explained = (text, used) => {
  const names = terms
    .flatMap((term) => term.names.map((name) => ({ name, term })))
    .sort((a, b) => b.name.length - a.name.length)
  /** @type {(Node | string)[]} */
  const parts = []
  let plain = ''
  for (let at = 0; at < text.length; ) {
    const found = names.find(({ name, term }) => !used.has(term) && stands(text, name, at))
    if (found) {
      used.add(found.term)
      const word = text.slice(at, at + found.name.length)
      parts.push(
        plain,
        make('details', 'term', make('summary', '', word), make('span', '', found.term.plain)),
      )
      plain = ''
      at += word.length
    } else plain += text[at++]
  }
  return [...parts, plain]
}

/** @param {string} text @param {string} name @param {number} at */
const stands = (text, name, at) =>
  text.slice(at, at + name.length).toLowerCase() === name.toLowerCase() &&
  (!/^[a-z]/i.test(name) ||
    (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')))

/** @param {any} event @param {Record<string, string>} words */
export const stepNotes = ({ cites, seen, of }, words) => {
  const told = (words.seen ?? '').replace('{seen}', seen).replace('{of}', of)
  const bar = /** @type {HTMLProgressElement} */ (make('progress'))
  bar.max = of
  bar.value = seen
  bar.setAttribute('aria-label', told)
  const law = make('ul', '', ...cites.map((/** @type {string} */ cite) => make('li', '', cite)))
  return [
    ...(cites.length > 0
      ? [make('details', 'cites', make('summary', '', words.basis ?? ''), law)]
      : []),
    make('small', 'walked', bar, ` ${told}`),
  ]
}

/** Art. 23: who it is, before the first word. @param {any} event @param {any} words */
export const cardOf = (event, words) =>
  make(
    'li',
    'card',
    make('h2', '', event.joins ? words.joins : words.card),
    make('p', '', make('b', '', event.name)),
    make(
      'dl',
      '',
      ...[
        [words.firm, event.firm],
        [words.licence, event.licence],
        [words.station, event.station],
      ].flatMap(([term, value]) => [make('dt', '', term), make('dd', '', value)]),
    ),
  )
