import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import { type Content, flowOf } from '../../desk/flow.ts'
import { type Stage, stages } from '../../desk/state.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { spaced } from './pages.ts'

/** One page of rights for an authority to hand out, stage by stage; its code leads back to it (Art. 4, 12). */

/** The step of `stage-rights` that tells the rights of each stage. */
const steps: Record<Stage, string> = {
  investigation: 'investigation',
  prosecution_review: 'prosecution',
  trial_first: 'trial',
  trial_second: 'second',
}

export const stageOf = (asked: string | undefined): Stage | null =>
  stages.find((stage) => stage === asked) ?? null

export interface Sheet {
  stage: Stage | null
  /** Who hands it out, as the link says; shown, and part of the code. */
  org: string
  publicUrl: string
  phone: string | null
}

export function rightsSheet(page: Page, content: Content, sheet: Sheet): Html {
  const { words, language, desk } = page
  const { stage, org, publicUrl, phone } = sheet
  const flow = flowOf(content, 'stage-rights', language)
  const shown = ['every', ...(stage ? [steps[stage]] : [])]
  const query = new URLSearchParams({
    ...(stage ? { stage } : {}),
    ...(org ? { org } : {}),
    ...(language === 'en' ? { lang: 'en' } : {}),
  }).toString()
  const link = `${publicUrl}/learn/rights${query ? `?${query}` : ''}`
  return layout(
    page,
    words.sheetTitle,
    html`<h1>${words.sheetTitle}</h1>
<p class="lead">${words.sheetLead(desk.name)}</p>
<nav class="stages" aria-label="${words.stage}">${stages.map(
      (one) =>
        html`<a href="${at(page, `/learn/rights?stage=${one}${org ? `&org=${encodeURIComponent(org)}` : ''}`)}"${one === stage ? raw(' aria-current="page"') : ''}>${words.stageNames[one]}</a>`,
    )}</nav>
<div class="sheet">
<div class="code">${raw(svgOf(link, words.codeTitle))}<p>${words.codeHint}</p>${phone ? html`<p><b>${spaced(phone)}</b></p>` : ''}</div>
<div>${shown.map((id) => {
      const step = flow?.steps[id]
      if (!step) return ''
      return html`<section><h2>${step.title}</h2><ul>${step.text
        .trim()
        .split('\n')
        .map(
          (line) => html`<li>${line}</li>`,
        )}</ul><p class="cites">${words.basis}${words.colon}${step.cites.join(words.semicolon)}</p></section>`
    })}</div></div>
<p>${words.sheetRefuse}</p>
${org ? html`<p class="cites">${words.handedBy(org)}</p>` : ''}
<p><a class="way first" href="${at(page, '/chat?to=lawyer')}"><b>${words.talk}</b></a></p>
<p class="print">${words.printHint}</p>`,
  )
}

/** The library's picture with a name for who cannot see it. */
const svgOf = (link: string, title: string): string =>
  renderSVG(link, { border: 2 }).replace('<svg ', `<svg role="img" aria-label="${title}" `)
