import { expect, test } from 'vitest'
import { banned } from '../../src/content/check/never.ts'
import { localeOf } from '../../src/desk/locale/index.ts'
import { pageWords } from '../../src/web/locale/page.ts'

/** What may never be said to a client is not said by the desk's own sentences either. */

/** Every text below, functions called with something to put in. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') return texts(value(...Array(value.length).fill('X')))
  if (Array.isArray(value)) return value.flatMap(texts)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

test.each(['zh-CN', 'en'] as const)('the desk’s own sentences and pages (%s)', (language) => {
  // What lawyers are told lists, offers and times: not words to clients.
  const { lawyer: _, time: __, ...locale } = localeOf(language)
  const { clock: _c, ...page } = pageWords[language]
  const all = [
    ...texts({
      ...locale,
      cites: locale.cites(['X']),
      voice: { ...locale.voice, lawyer: {}, learnKeys: locale.voice.learnKeys(['X']) },
    }),
    ...texts(page),
  ]
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(banned)).toEqual([])
})
