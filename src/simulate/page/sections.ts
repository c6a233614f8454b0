import { html } from 'hono/html'
import { whole } from '../format.ts'
import type { Report } from '../report.ts'
import { curve, day, figures, load, policies, staffing, type Table } from '../tables.ts'
import type { Words } from '../words/zh.ts'

/** Each chart with what it shows, and its numbers beneath it. */

export const figureTable = (report: Report, words: Words) => html`<section>
${tableOf(figures(report, words), words, words.measure)}
<p class="soft">${words.interval}</p>
</section>`

export function sectionsOf(report: Report, words: Words) {
  const { target, staffing: cells } = report
  const goal = words.staffingNote(`${whole(target.share * 100)}%`, target.seconds)
  const unreachable = cells.some(({ needed }) => needed === null)
  const legend = `${words.cellNote} ${words.redNote}`
  const needs = unreachable ? [goal, legend, words.unreachable] : [goal, legend]
  return [
    section(['curve'], words.curve, [words.curveNote], curve(report, words), words),
    section(['day'], words.day, [words.dayNote], day(report, words), words),
    ...(report.policies
      ? [
          section(
            ['policies', 'rings'],
            words.policies,
            [words.policiesNote],
            policies(report, words),
            words,
          ),
        ]
      : []),
    section(['load'], words.load, [words.loadNote], load(report, words), words),
    section(['staffing'], words.staffing, needs, staffing(report, words), words),
  ]
}

const section = (charts: string[], title: string, notes: string[], table: Table, words: Words) =>
  html`<section>
<h2>${title}</h2>
${notes.map((note) => html`<p>${note}</p>`)}
${charts.map((chart) => html`<div class="chart ${chart}" data-chart="${chart}" role="img" aria-label="${title}"></div>`)}
${tableOf(table, words, title)}
</section>`

function tableOf({ head, rows, marked }: Table, words: Words, title: string) {
  const cell = (text: string, row: number, column: number) =>
    marked?.has(`${row} ${column}`)
      ? html`<td class="short">${text}<span class="unseen"> ${words.short}</span></td>`
      : html`<td>${text}</td>`
  return html`<div class="table" tabindex="0" role="region" aria-label="${title}">
<table>
<thead><tr>${head.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = '', ...rest], row) =>
      html`<tr><th scope="row">${first}</th>${rest.map((text, column) => cell(text, row, column))}</tr>`,
  )}</tbody>
</table>
</div>`
}
