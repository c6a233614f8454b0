import { html } from 'hono/html'
import type { Authority, DutyChange } from '../../desk/rota/facts.ts'
import { local } from '../csv.ts'
import { rotaPageWords } from '../locale/rota.ts'
import { dutyCells } from '../rota-feeds.ts'
import { type Html, layout, type Page } from './layout.ts'

/** The rota as one authority is told it (Art. 18 ¶2): the last version published, what changed, and the receipt. */
export function rotaPage(
  page: Page,
  authority: Authority,
  link: string,
  acknowledgedAt: number | null,
): Html {
  const { desk, language } = page
  const words = rotaPageWords[language]
  const time = (instant: number): string => local(desk, new Date(instant).toISOString())
  const row = (cells: string[], extra = ''): Html =>
    html`<tr>${extra === '' ? '' : html`<td>${extra}</td>`}${cells.map((cell, n) => html`<td data-name="${words.columns[n]}">${cell}</td>`)}</tr>`
  const table = (rows: Html[], extra = false): Html =>
    html`<div class="wide" tabindex="0" role="region" aria-label="${words.title}"><table class="duties">
<thead><tr>${extra ? html`<td></td>` : ''}${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`
  const change = ({ kind, before, after }: DutyChange): Html[] => [
    ...(before ? [row(dutyCells(desk, before, language), words[kind])] : []),
    ...(after ? [row(dutyCells(desk, after, language), kind === 'added' ? words.added : '→')] : []),
  ]
  const last = desk.publication
  return layout(
    page,
    words.title,
    html`<h1>${words.title}</h1><p class="lead">${words.toldTo(authority.name)}</p>
${
  last
    ? html`<p>${words.range(time(last.from), time(last.to))}${words.version(last.version, time(last.at))}</p>
${
  acknowledgedAt === null
    ? html`<form method="post" action="${link}"><input type="hidden" name="version" value="${last.version}">
<button class="primary" type="submit">${words.acknowledge}</button></form>`
    : html`<p>${words.acknowledged(time(acknowledgedAt))}</p>`
}
${last.changes.length > 0 ? html`<h2>${words.changes}</h2>${table(last.changes.flatMap(change), true)}` : ''}
<h2>${words.title}</h2>
${table(last.duties.map((duty) => row(dutyCells(desk, duty, language))))}
<p><a href="${link}.csv">${words.csv}</a></p>
<p><a href="${link}.ics">${words.ics}</a></p>`
    : html`<p>${words.none}</p>`
}`,
  )
}
