import { html } from 'hono/html'
import { type Content, type Flow, flowOf, placeOf, type Step, type Term } from '../../desk/flow.ts'
import { PLEA } from '../../desk/walk.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { lines, termsOf } from './words.ts'

/** The explainer as pages: the same flows as in the chat and by ear, whole, linkable, printable, without script. */

/** In the order people need them; the way in and the redirects belong to the chat. */
export const chapters = [
  PLEA,
  'police-call',
  'stage-rights',
  'bail-duties',
  'affidavit',
  'change-mind',
  'appeal',
  'legal-aid',
  'outcomes',
  'redirects',
] as const

export const isChapter = (id: string): boolean => (chapters as readonly string[]).includes(id)

/** Where a step stands on these pages. The questions of the way in are asked in the chat. */
export const linkTo = (page: Page, flow: string, step: string): string =>
  isChapter(flow) ? `${at(page, `/learn/${flow}`)}#${step}` : at(page, '/chat?to=lawyer')

export function learn(page: Page, content: Content, id: string = PLEA): Html | null {
  const { words, language } = page
  const flow = isChapter(id) ? flowOf(content, id, language) : null
  if (!flow) return null
  const terms = termsOf(content, language)
  const steps = Object.entries(flow.steps)
  return layout(
    page,
    flow.title,
    html`<h1>${flow.title}</h1>
<p class="lead">${words.learnLead}</p>
${steps.some(([, { reviewed }]) => !reviewed) ? html`<p class="draft">${words.awaitsReview}</p>` : ''}
<p><a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.talk}</b></a></p>
<nav aria-label="${words.onThisPage}" class="toc"><h2>${words.onThisPage}</h2><ol>${steps.map(([step, { title }]) => html`<li><a href="#${step}">${title}</a></li>`)}</ol></nav>
${steps.map(([step, text], index) => section(page, flow, step, text, terms, `${index + 1}/${steps.length}`))}
<nav aria-label="${words.moreTopics}" class="more"><h2>${words.moreTopics}</h2><ul>
${chapters.filter((other) => other !== id).map((other) => html`<li><a href="${at(page, `/learn/${other}`)}">${flowOf(content, other, language)?.title ?? other}</a></li>`)}
<li><a href="${at(page, '/learn/rights')}">${words.sheetTitle}</a></li>
<li><a href="${at(page, '/learn/words')}">${words.glossaryTitle}</a></li>
</ul></nav>`,
  )
}

function section(
  page: Page,
  flow: Flow,
  id: string,
  step: Step,
  terms: Term[],
  place: string,
): Html {
  const { words } = page
  return html`<section id="${id}"><h2><small>${place}</small> ${step.title}</h2>
${lines(step.text, terms)}
${step.cites.length > 0 ? html`<p class="cites">${words.basis}${words.colon}${step.cites.join(words.semicolon)}</p>` : ''}
<ul class="next">${step.choices.map(({ to, label }) => {
    const place = placeOf(flow.id, to)
    return html`<li><a href="${place.flow === flow.id ? `#${place.step}` : linkTo(page, place.flow, place.step)}">${label}</a></li>`
  })}</ul></section>`
}

export function glossary(page: Page, content: Content): Html {
  const { words, language } = page
  const terms = termsOf(content, language)
  return layout(
    page,
    words.glossaryTitle,
    html`<h1>${words.glossaryTitle}</h1>
<dl class="glossary">${terms.map(({ id, term, plain }) => html`<dt id="${id}">${term}</dt><dd>${plain}</dd>`)}</dl>
<p><a class="way" href="${at(page, '/learn')}"><b>${words.learn}</b></a></p>`,
  )
}
