import { expect, test } from 'vitest'
import { chunks } from '../../src/desk/call/script.ts'
import { languages } from '../../src/desk/desk.ts'
import { localeOf } from '../../src/desk/locale/index.ts'
import { privacyTexts } from '../../src/desk/locale/privacy.ts'

/** A notice by telephone is heard once and cannot be read again: 150 characters at most (legal.md Part 6). */
const LONGEST = 150

test.each(languages)('what is said of a caller’s data takes a breath: %s', (language) => {
  const { spoken, spokenHidden, spokenSent } = privacyTexts[language]
  for (const text of [spoken(30), spoken(1095), spoken(null), spokenHidden, spokenSent]) {
    expect(text.length, text).toBeLessThanOrEqual(LONGEST)
  }
})

test('in Chinese so do the greeting, the lawyer’s duties and the warning of monitoring', () => {
  const { voice } = localeOf('zh-CN')
  const said = [voice.greeting('江城市法律援助中心'), voice.beforeLawyer]
  for (const text of [...said, privacyTexts['zh-CN'].monitored]) {
    expect(text.length, text).toBeLessThanOrEqual(LONGEST)
  }
})

test.each(languages)(
  'none is cut: each is said in chunks under 200 characters (%s)',
  (language) => {
    const { voice } = localeOf(language)
    const said = [
      voice.greeting('江城市法律援助中心'),
      voice.beforeLawyer,
      privacyTexts[language].monitored,
    ]
    for (const text of said) {
      expect(chunks(text).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const chunk of chunks(text)) expect(chunk.length).toBeLessThan(200)
    }
  },
)
