import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { html, raw } from 'hono/html'
import type { Language } from '../../desk/desk.ts'
import { short } from '../format.ts'
import type { Report } from '../report.ts'
import { en } from '../words/en.ts'
import { type Words, zh } from '../words/zh.ts'
import { chartsOf } from './charts.ts'
import { figureTable, sectionsOf } from './sections.ts'

/** One HTML file with everything in it: it opens without a network, and may be sent by mail. */

const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** Inside a script element nothing may look like its end. */
const inScript = (text: string): string => text.replaceAll('</', '<\\/')

const inJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const echarts = (): string =>
  readFileSync(createRequire(import.meta.url).resolve('echarts/dist/echarts.min'), 'utf8')

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"

export function pageOf(report: Report): string {
  const charts = { 'zh-CN': chartsOf(report, zh), en: chartsOf(report, en) }
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${zh.title(report.desk)}</title>
<style>${raw(own('page.css'))}</style>
</head>
<body>
${bodyIn(report, zh, 'zh-CN')}
${bodyIn(report, en, 'en')}
<script type="application/json" id="charts">${raw(inJson(charts))}</script>
<script>${raw(inScript(echarts()))}</script>
<script>${raw(own('page.js'))}</script>
</body>
</html>
`
  return String(page)
}

function bodyIn(report: Report, words: Words, language: Language) {
  const { desk, runs, hours, from, seed, rate, replayed } = report
  return html`<main lang="${language}" data-title="${words.title(desk)}" ${language === 'en' ? 'hidden' : ''}>
<header>
<h1>${words.title(desk)}</h1>
<a class="other" href="${language === 'en' ? '#zh-CN' : '#en'}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${words.other}</a>
</header>
<p>${words.lead}</p>
<p class="soft">${words.run(runs, short(hours), from, seed)}<br>${replayed ? words.replayed : words.rate(short(rate))}</p>
${figureTable(report, words)}
${sectionsOf(report, words)}
<footer class="soft">${words.assumptions}</footer>
</main>`
}
