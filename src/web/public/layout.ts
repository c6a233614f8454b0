import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Desk, Language } from '../../desk/desk.ts'
import { prefersEnglish } from '../answer.ts'
import { type PageWords, pageWords } from '../locale/page.ts'
import { privacyWords } from '../locale/privacy.ts'

/** The frame of every page a client sees: works without script, prints, and is read aloud in order. */

export type Html = ReturnType<typeof html>

export interface Page {
  desk: Desk
  language: Language
  words: PageWords
  /** This page in the other language. */
  turned: string
  /** Of the style sheet and the script, so that a new release is fetched and an old one kept. */
  version: string
}

/** `?lang` first, then what the browser asks for. */
export function languageOf(c: Context): Language {
  const asked = c.req.query('lang')
  if (asked === 'en' || asked === 'zh-CN') return asked
  return prefersEnglish(c) ? 'en' : 'zh-CN'
}

export const pageOf = (c: Context, desk: Desk, version: string): Page => {
  const language = languageOf(c)
  const query = new URL(c.req.url).searchParams
  query.set('lang', other(language))
  return { desk, language, words: pageWords[language], turned: `?${query}`, version }
}

export function layout(page: Page, title: string, body: Html, script?: string): Html {
  const { desk, language, words, turned, version } = page
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${desk.name}</title>
<link rel="stylesheet" href="/static/public.css?v=${version}">
${script ? html`<script type="module" src="/static/${script}?v=${version}"></script>` : ''}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header>
<a class="brand" href="${at(page, '/')}">${desk.name}<small>${words.service}</small></a>
<a class="danger" href="tel:110">${words.danger}</a>
</header>
<main id="main">
${body}
</main>
<footer>
<p>${words.footer}</p>
<p><a href="${at(page, '/privacy')}">${privacyWords[language].title}</a></p>
<p><a href="${turned}" hreflang="${other(language)}" lang="${other(language)}">${words.otherLanguage}</a></p>
</footer>
</body>
</html>`
}

const other = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en')

/** A link that keeps the language. */
export const at = ({ language }: Page, path: string): string =>
  language === 'en' ? `${path}${path.includes('?') ? '&' : '?'}lang=en` : path
