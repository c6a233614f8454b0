// @ts-check
/**
 * Brings the chat page to life: what is written is kept until the desk has it, what is said arrives once and in
 * order, and a lost connection loses nothing. Without this script the page's plain forms do the same, slower.
 */

import { cardOf, linked, loadTerms, stepNotes, stepText } from './step.js'

const root = /** @type {HTMLElement} */ (document.getElementById('chat'))
const talk = /** @type {HTMLElement} */ (document.getElementById('talk'))
const form = /** @type {HTMLFormElement} */ (document.getElementById('say'))
const area = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'))
const choices = /** @type {HTMLElement} */ (document.getElementById('choices'))
const state = /** @type {HTMLElement} */ (document.getElementById('state'))
const words = JSON.parse(root.dataset.words ?? '{}')
const title = document.title

const UNSENT = 'zhiban-unsent'
const DRAFT = 'zhiban-draft'

/** @typedef {{ id: string, text?: string, choice?: string, label?: string }} Item */
/** @type {Item[]} */
let unsent = JSON.parse(localStorage.getItem(UNSENT) ?? '[]')
let open = root.dataset.open === '1'
let purpose = root.dataset.purpose ?? ''
let sending = false
let delay = 1000

/** @param {string} tag @param {Record<string, string>} [attributes] @param {(Node | string)[]} children */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

/** @param {string} iso */
const clock = (iso) =>
  new Date(iso).toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
  })

/** @param {string} text */
const say = (text) => {
  state.textContent = text
  state.hidden = text === ''
}

const toEnd = () => window.scrollTo({ top: document.body.scrollHeight })
const nearEnd = () => window.innerHeight + window.scrollY > document.body.scrollHeight - 240

/** @param {string} actor @param {string} text @param {string} [at] @param {string} [name] */
const bubble = (actor, text, at, name) => {
  const role = actor === 'client' ? words.you : actor === 'lawyer' ? words.lawyer : words.guide
  const head = make('small', {}, name ? `${role} ${name}` : role)
  if (at) head.append(' ', make('time', { datetime: at }, clock(at)))
  return make(
    'li',
    { class: actor },
    head,
    make('p', {}, ...(actor === 'client' ? [text] : linked(text))),
  )
}

/** A step of the explainer. @param {any} event */
const stepBubble = (event) => {
  const element = bubble('desk', '', event.at)
  element.classList.add('step')
  element.querySelector('p')?.replaceWith(stepText(event), ...stepNotes(event, words))
  return element
}

/** @param {Item} item */
const pendingBubble = (item) => {
  const element = bubble('client', item.text ?? item.label ?? '')
  element.classList.add('pending')
  element.dataset.pending = item.id
  return element
}

/** @param {{ id: string, label: string }[]} list */
const showChoices = (list) => {
  choices.replaceChildren(
    ...list.map(({ id, label }) =>
      make('button', { type: 'submit', name: 'choice', value: id, formnovalidate: '' }, label),
    ),
  )
}

/** In the order of the log, whatever the order of arrival. @param {HTMLElement} element @param {number} seq */
const place = (element, seq) => {
  const next = [...talk.children].find(
    (one) =>
      one.classList.contains('pending') ||
      Number(/** @type {HTMLElement} */ (one).dataset.seq) > seq,
  )
  talk.insertBefore(element, next ?? null)
}

/** @param {any} event */
const show = (event) => {
  if (talk.querySelector(`[data-seq="${event.seq}"]`)) return
  const follow = nearEnd()
  let element = null
  if (event.type === 'message' && event.actor === 'client') {
    const twin = [...talk.querySelectorAll('.pending')].find(
      (one) => one.querySelector('p')?.textContent === event.text,
    )
    element = bubble('client', event.text, event.at)
    if (twin) {
      element.dataset.seq = String(event.seq)
      twin.remove()
      place(element, event.seq)
      return
    }
  } else if (event.type === 'message') {
    element = event.cites
      ? stepBubble(event)
      : bubble(event.actor, event.text, event.at, event.name)
    if (event.actor === 'desk' && event.choices) showChoices(event.choices)
    if (event.actor === 'lawyer') showChoices([])
  } else if (event.type === 'not_text') {
    element = bubble('client', words.picture, event.at)
  } else if (event.type === 'card') {
    element = cardOf(event, words)
    showChoices([])
  } else if (event.type === 'closed') {
    say(words.ended)
  } else if (event.type === 'queued' || event.type === 'returned') {
    say('')
  }
  if (!element) return
  element.dataset.seq = String(event.seq)
  place(element, event.seq)
  if (follow) toEnd()
  if (document.hidden && event.actor !== 'client') document.title = `（${words.fresh}）${title}`
}

const lastSeq = () =>
  Math.max(
    0,
    ...[...talk.querySelectorAll('[data-seq]')].map((one) =>
      Number(/** @type {HTMLElement} */ (one).dataset.seq),
    ),
  )

/** @type {EventSource | null} */
let source = null
const listen = () => {
  source?.close()
  source = new EventSource(`/api/chat/events?lastEventId=${lastSeq()}`)
  source.onmessage = ({ data }) => show(JSON.parse(data))
  source.onopen = () => {
    if (state.textContent === words.offline) say('')
    void pump()
  }
  source.onerror = () => {
    say(words.offline)
    // A refusal ends an event source for good; a lost line it mends by itself.
    if (source?.readyState === EventSource.CLOSED) setTimeout(listen, 5000)
  }
}

const keep = () => localStorage.setItem(UNSENT, JSON.stringify(unsent))
const wait = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms))

/** @param {string} path @param {object} body */
const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const begin = async () => {
  const answer = await post('/api/chat', { language: root.dataset.language })
  if (!answer.ok) throw new Error(String(answer.status))
  open = true
  // What the page showed before is about to arrive as the conversation's own first words.
  for (const one of [...talk.children]) if (!one.classList.contains('pending')) one.remove()
  listen()
}

/** Sends what is unsent, oldest first; each keeps its id, so that a repeat is harmless. */
const pump = async () => {
  if (sending) return
  sending = true
  while (unsent.length > 0) {
    const item = /** @type {Item} */ (unsent[0])
    try {
      if (!open) await begin()
      const { id, text, choice } = item
      const answer = await post('/api/chat/messages', { id, text, choice })
      if (answer.status === 429) {
        await wait(1000 * Number(answer.headers.get('retry-after') ?? 1))
        continue
      }
      if (answer.status === 401) {
        open = false
        continue
      }
      if (answer.status >= 500) throw new Error(String(answer.status))
      if (!answer.ok) say((await answer.json()).error.message)
      else {
        const { seq } = await answer.json()
        const mine = /** @type {HTMLElement | null} */ (
          talk.querySelector(`[data-pending="${id}"]`)
        )
        if (mine) {
          if (talk.querySelector(`[data-seq="${seq}"]`)) mine.remove()
          else {
            mine.remove()
            mine.dataset.seq = String(seq)
            mine.classList.remove('pending')
            place(mine, seq)
          }
        }
        if (state.textContent === words.unsent) say('')
      }
      unsent = unsent.filter((one) => one.id !== id)
      keep()
      delay = 1000
    } catch {
      say(navigator.onLine ? words.unsent : words.offline)
      await wait(delay)
      delay = Math.min(delay * 2, 15_000)
    }
  }
  sending = false
}

/** A random version 4 UUID; the browser's own maker exists on secure pages only. */
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** @param {Omit<Item, 'id'>} item */
const add = (item) => {
  const whole = { id: newId(), ...item }
  unsent.push(whole)
  keep()
  talk.append(pendingBubble(whole))
  toEnd()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const button = /** @type {HTMLButtonElement | null} */ (event.submitter)
  if (button?.name === 'choice') {
    add({ choice: button.value, label: button.textContent ?? '' })
    purpose = ''
  } else {
    const text = area.value.trim()
    if (text === '') return
    add(purpose === '' ? { text } : { text, choice: purpose })
    purpose = ''
    area.value = ''
    sessionStorage.removeItem(DRAFT)
  }
  void pump()
})

area.addEventListener('input', () => sessionStorage.setItem(DRAFT, area.value))
area.addEventListener('keydown', (event) => {
  // With a keyboard, Enter sends; on a phone's screen keyboard it stays a new line.
  if (
    event.key === 'Enter' &&
    !event.shiftKey &&
    !event.isComposing &&
    matchMedia('(hover: hover)').matches
  ) {
    event.preventDefault()
    form.requestSubmit()
  }
})
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) document.title = title
})
window.addEventListener('online', () => void pump())
document.querySelector('form.leave')?.addEventListener('submit', () => {
  localStorage.removeItem(UNSENT)
  sessionStorage.removeItem(DRAFT)
})

void loadTerms(words.terms)
area.value = sessionStorage.getItem(DRAFT) ?? area.value
for (const item of unsent) talk.append(pendingBubble(item))
if (open) {
  listen()
  toEnd()
}
void pump()
