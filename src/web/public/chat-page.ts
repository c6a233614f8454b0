import { html, raw } from 'hono/html'
import type { Term } from '../../desk/flow.ts'
import { localeOf } from '../../desk/locale/index.ts'
import { privacyTexts } from '../../desk/locale/privacy.ts'
import { menu } from '../../desk/talk/open.ts'
import { localTime } from '../../desk/zone.ts'
import type { EntryView } from '../../store/read/entry.ts'
import { myDataWords } from '../locale/my-data.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { linked } from './links.ts'
import { lines } from './words.ts'

/** The chat: complete as plain forms; with script the same page comes alive (static/chat.js). */

export interface ChatPage extends Page {
  /** What was said so far; empty before the first word. */
  events: EntryView[]
  /** Whether this browser has a conversation. */
  open: boolean
  /** What the client came for: their first words go there. */
  purpose: 'lawyer' | 'appointment' | null
  /** Legal words explained on tap. */
  terms: Term[]
}

interface Choice {
  id: string
  label: string
}

export function chat(page: ChatPage): Html {
  const { words, events, open, purpose, language } = page
  const texts = localeOf(language)
  const last = events.findLast((event) => event.type === 'message' && event.actor === 'desk')
  const choices = open
    ? ((last?.choices as Choice[] | undefined) ?? [])
    : menu
        .filter((id) => purpose === null || id === purpose)
        .map((id) => ({ id, label: texts.choices[id as keyof typeof texts.choices] }))
  const script = {
    you: words.you,
    guide: words.guide,
    lawyer: words.lawyer,
    picture: words.picture,
    unsent: words.unsent,
    offline: words.offline,
    ended: words.ended,
    card: words.cardTitle,
    joins: words.cardJoins,
    fresh: words.newMessages,
    firm: words.firm,
    licence: words.licence,
    station: words.station,
    basis: words.basis,
    seen: words.seenOf,
    terms: at(page, '/learn/words.json'),
  }
  return layout(
    page,
    words.chatTitle,
    html`<h1 class="quiet">${words.chatTitle}</h1>
<div id="chat" data-open="${open ? '1' : ''}" data-purpose="${purpose ?? ''}" data-language="${language}" data-words="${JSON.stringify(script)}">
<div role="log" aria-live="polite" aria-label="${words.chatTitle}"><ol id="talk">
${open ? events.map((event) => entry(page, event)) : bubble(page, 'desk', texts.notice(page.desk.name, privacyTexts[page.language].whole('/privacy')), null, 0)}
</ol></div>
<p id="state" class="state" role="status" hidden></p>
<form id="say" method="post" action="${at(page, purpose ? `/chat?to=${purpose}` : '/chat')}">
<div id="choices" class="choices">${choices.map(({ id, label }) => html`<button type="submit" name="choice" value="${id}" formnovalidate>${label}</button>`)}</div>
<label for="text">${words.write}</label>
<textarea id="text" name="text" rows="3" maxlength="4000" placeholder="${words.writeHint}" required></textarea>
<div class="send"><button type="submit" class="primary">${words.send}</button></div>
</form>
<noscript><p>${words.noScript}</p>${open ? html`<p><a class="way" href="${at(page, '/chat')}">${words.refresh}</a></p>` : ''}</noscript>
${open ? html`<form method="post" action="${at(page, '/chat/leave')}" class="leave"><button type="submit">${words.leave}</button><small>${words.leaveNote} <a href="${at(page, '/my-data')}">${myDataWords[language].title}</a></small></form>` : ''}
</div>`,
    'chat.js',
  )
}

function entry(page: ChatPage, event: EntryView): Html | string {
  const { words } = page
  switch (event.type) {
    case 'message':
      return isStep(event)
        ? stepBubble(page, event)
        : bubble(page, event.actor, String(event.text ?? ''), event.at, event.seq, event.name)
    case 'not_text':
      return bubble(page, 'client', words.picture, event.at, event.seq)
    case 'card':
      return html`<li class="card" data-seq="${event.seq}"><h2>${event.joins ? words.cardJoins : words.cardTitle}</h2><p><b>${event.name}</b></p>
<dl><dt>${words.firm}</dt><dd>${event.firm}</dd><dt>${words.licence}</dt><dd>${event.licence}</dd><dt>${words.station}</dt><dd>${event.station}</dd></dl></li>`
    default:
      return raw(`<li hidden data-seq="${event.seq}"></li>`)
  }
}

/** HH:MM in the desk's zone. */
function localClock({ desk }: ChatPage, iso: string): string {
  const { minute } = localTime(desk.timezone, Date.parse(iso))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** `name`: of the lawyer, where two are in the talk. */
function bubble(
  page: ChatPage,
  actor: string,
  text: string,
  at: string | null,
  seq: number,
  name?: unknown,
): Html {
  const { words } = page
  const role = actor === 'client' ? words.you : actor === 'lawyer' ? words.lawyer : words.guide
  const who = typeof name === 'string' ? `${role} ${name}` : role
  return html`<li class="${actor}" data-seq="${seq}"><small>${who}${at ? html` <time datetime="${at}">${localClock(page, at)}</time>` : ''}</small><p>${actor === 'client' ? text : linked(text)}</p></li>`
}

interface StepEvent extends EntryView {
  cites: string[]
  seen: number
  of: number
}

const isStep = (event: EntryView): event is StepEvent => Array.isArray(event.cites)

/** A step of the explainer: its citations and its legal words on tap, and how far one has come. */
function stepBubble(page: ChatPage, event: StepEvent): Html {
  const { words, terms } = page
  const { cites, seen, of, seq } = event
  // The last line repeats the citations for channels that cannot fold them.
  const text = String(event.text ?? '')
  const told = cites.length > 0 ? text.slice(0, text.lastIndexOf('\n')) : text
  return html`<li class="desk step" data-seq="${seq}"><small>${words.guide} <time datetime="${event.at}">${localClock(page, event.at)}</time></small><div class="said">${lines(told, terms)}</div>
${cites.length > 0 ? html`<details class="cites"><summary>${words.basis}</summary><ul>${cites.map((cite) => html`<li>${cite}</li>`)}</ul></details>` : ''}
<small class="walked"><progress max="${of}" value="${seen}" aria-label="${words.seen(seen, of)}"></progress> ${words.seen(seen, of)}</small></li>`
}
