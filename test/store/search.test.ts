import { beforeAll, expect, test } from 'vitest'
import { articleForms } from '../../src/store/search/articles.ts'
import { initialsOf, loadInitials } from '../../src/store/search/initials.ts'
import { pairHash, TOKEN } from '../../src/store/search/pairs.ts'
import { findable, holds, termsOf } from '../../src/store/search/text.ts'

const key = Buffer.alloc(32, 3)

beforeAll(loadInitials)

test('an article is found whichever way it was written', () => {
  const cases: [string, string[]][] = [
    ['刑法第一百三十三条之一', ['第133条之1', '第一百三十三条之一']],
    ['刑诉法173条说的', ['第173条', '第一百七十三条']],
    ['第十五条', ['第15条', '第十五条']],
    ['第三百零一条', ['第301条', '第三百零一条']],
    ['第二百八十条', ['第280条', '第二百八十条']],
    ['第一〇五条', ['第105条', '第一百零五条']],
    ['没有提到法条', []],
  ]
  for (const [text, forms] of cases) expect(articleForms(text), text).toEqual(forms)
})

test('names and charges have initials; a surname is read as one', () => {
  expect(initialsOf('张敏')).toBe('zm')
  expect(initialsOf('单雄信', true)).toBe('sxx')
  expect(initialsOf('单位行贿罪')).toBe('dwxhz')
  expect(initialsOf('重大责任事故')).toBe('zdzrsg')
})

test('what people call a charge leads to its name, and its initials', () => {
  const runs = findable('朋友说我这是帮信，还查了酒驾')
  for (const term of ['帮助信息网络', 'bzxxwlfzhd', '醉驾', 'wxjs', '查了']) {
    expect(holds(runs, term), term).toBe(true)
  }
  expect(holds(runs, '了酒驾还')).toBe(false)
})

test('a query is its runs of letters, however they are parted, wide or narrow, large or small', () => {
  expect(termsOf('取保，候审　ＷＸＪＳ')).toEqual(['取保', '候审', 'wxjs'])
})

test('a pair has one hash under one key, and says nothing without it', () => {
  const hash = pairHash(key)
  const tokens = hash(['取保候审', '取保'])
  expect(tokens.length).toBe(3 * TOKEN)
  expect(hash(['取保']).equals(tokens.subarray(0, TOKEN))).toBe(true)
  expect(pairHash(Buffer.alloc(32, 4))(['取保']).equals(tokens.subarray(0, TOKEN))).toBe(false)
  expect(hash(['一']).length).toBe(0)
})
