import { describe, expect, test } from 'vitest'
import { check, checks } from '../../src/content/check/all.ts'
import { banned } from '../../src/content/check/never.ts'
import { type Library, readLibrary } from '../../src/content/library.ts'
import { readContent } from '../../src/content/read.ts'
import { contentFiles } from '../../src/setup/files.ts'

/** Each check is shown a fault of its own; the content as it stands has none. */

const files = contentFiles()
const day = '2026-11-23'

/** The real library with one thing wrong. */
function broken(breakIt: (library: Library) => void): Library {
  const library = structuredClone(readLibrary(files))
  breakIt(library)
  return library
}

const step = (library: Library, flow: string, id: string) => {
  const found = library.flows.find((one) => one.flow === flow)?.steps[id]
  if (!found) throw new Error(`no step ${flow}/${id}`)
  return found
}

const finds = (name: string, breakIt: (library: Library) => void): string[] =>
  checks[name]?.(broken(breakIt), day) ?? []

test('the content as it stands has no fault', () => {
  expect(check(readLibrary(files), files, day)).toEqual([])
})

const what = (library: Library) => step(library, 'plea-process', 'what')

const faults: [check: string, breakIt: (library: Library) => void, says: RegExp][] = [
  [
    'every step can be reached',
    (l) => {
      const flow = l.flows.find((one) => one.flow === 'appeal')
      if (flow) flow.steps.lonely = structuredClone(step(l, 'appeal', 'heavier'))
    },
    /appeal\/lonely: nothing leads here/,
  ],
  [
    'every walk can end',
    (l) => {
      for (const { steps } of l.flows) for (const one of Object.values(steps)) one.ends = false
      for (const { steps } of l.flows)
        for (const one of Object.values(steps))
          if (one.choices.length === 0) one.choices = structuredClone(what(l).choices)
    },
    /plea-process\/what: no way from here ever ends/,
  ],
  [
    'choices differ',
    (l) => {
      what(l).choices.push({ to: 'what', 'zh-CN': '再看', en: 'Again' })
    },
    /leads to itself/,
  ],
  [
    'triage leads to steps that are there',
    (l) => {
      const flow = l.flows.find((one) => one.flow === 'redirects')
      delete flow?.steps.scam
    },
    /redirects\/scam: triage sends people here/,
  ],
  [
    'every statement cites',
    (l) => {
      Object.assign(what(l), { facts: [], cites: [] })
    },
    /plea-process\/what: a statement without a citation/,
  ],
  ['facts are known', (l) => void what(l).facts.push('F99'), /uses F99/],
  [
    'facts are told',
    (l) => {
      for (const { steps } of l.flows)
        for (const one of Object.values(steps)) one.facts = one.facts.filter((f) => f !== 'F60')
    },
    /no step tells F60/,
  ],
  ['citations are in force', (l) => void what(l).cites.push('cpl 999'), /has 308 articles/],
  ['citations are in force', (l) => void what(l).cites.push('gone 1'), /not in statutes.yaml/],
  [
    'citations are in force',
    (l) => {
      Object.assign(l.statutes.cpl ?? {}, { to: '2026-11-01' })
    },
    /plea-process\/what: cites cpl, no longer in force since 2026-11-01/,
  ],
  [
    'citations are in force',
    (l) => {
      Object.assign(l.statutes.helping ?? {}, { from: '2027-01-01' })
    },
    /outcomes\/helping: cites helping, in force only from 2027-01-01/,
  ],
  [
    'the province pack is in force',
    (l) => {
      l.province = { ...pack, to: '2026-06-01' }
    },
    /the pack jiangcheng is for/,
  ],
  [
    'buttons fit Telegram',
    (l) => {
      const [first] = what(l).choices
      if (first) first.to = `${'f'.repeat(40)}/${'s'.repeat(40)}`
    },
    /over 64 bytes/,
  ],
  [
    'steps fit with their citations',
    (l) => {
      what(l).en.text = 'Short words. '.repeat(84)
    },
    /characters with its citations, at most 1200/,
  ],
  [
    'texts fit SMS',
    (l) => {
      what(l)['zh-CN'].spoken = Array(3).fill('一二三四五六七八九十'.repeat(18))
    },
    /text messages, at most 8/,
  ],
  [
    'spoken chunks fit a breath',
    (l) => {
      what(l)['zh-CN'].spoken = ['自愿如实供述自己的罪行'.repeat(9)]
    },
    /takes 2\d\.\d s to say, at most 20/,
  ],
  [
    'keys are the desk’s to name',
    (l) => {
      what(l).en.text = 'To go on, press 3.'
    },
    /names a key/,
  ],
  [
    'sentences are short',
    (l) => {
      what(l)['zh-CN'].text = `${'一个很长很长的句子'.repeat(9)}。`
    },
    /a sentence of 81, at most 66/,
  ],
  [
    'sentences are short on average',
    (l) => {
      what(l)['zh-CN'].text = Array(4).fill('这是一个中等长度的句子'.repeat(4)).join('。')
    },
    /sentences of 44 on average/,
  ],
  [
    'legal words are explained',
    (l) => {
      what(l)['zh-CN'].text = '您可以申请回避。'
    },
    /“zh-CN 回避” is used in plea-process\/what and not explained/,
  ],
  [
    'explained words are used',
    (l) => {
      const both = { term: '从没用过的词', also: [], plain: '没有。' }
      l.glossary.unused = { 'zh-CN': both, en: both }
    },
    /unused is explained and nowhere used/,
  ],
  [
    'nothing forbidden is said',
    (l) => {
      what(l)['zh-CN'].text = '您有权保持沉默。'
    },
    /a right to silence/,
  ],
  [
    'percentages are the nationwide ceilings',
    (l) => {
      what(l)['zh-CN'].text = '可以减少30%。'
    },
    /percentage without the fact/,
  ],
  [
    'the guide is no lawyer',
    (l) => {
      what(l)['zh-CN'].text = '我是值班律师，请说。'
    },
    /calls itself a lawyer/,
  ],
  [
    'steps are no newer than their flow',
    (l) => void Object.assign(what(l), { version: 9 }),
    /beyond the flow/,
  ],
]

const pack = {
  province: 'jiangcheng',
  title: { 'zh-CN': '江城', en: 'Jiangcheng' },
  from: '2026-01-01',
  to: null as string | null,
  statutes: {},
  adds: [
    {
      to: 'outcomes/numbers',
      reviewed: false as const,
      cites: ['sentencing'],
      'zh-CN': '本省细则：审查起诉阶段的幅度见细则第3条。',
      en: 'Local rules: see article 3.',
    },
  ],
}

describe('each check finds its fault', () => {
  test.each(faults)('%s', (name, breakIt, says) => {
    expect(finds(name, breakIt).join('\n')).toMatch(says)
  })

  test('and no check is without one', () => {
    expect(Object.keys(checks).filter((name) => !faults.some(([one]) => one === name))).toEqual([])
  })
})

describe('what may never be said', () => {
  test.each([
    '您可以保持沉默。',
    '这种情况一般会判缓刑。',
    '审查起诉阶段认罪可以减20%。',
    '建议您认罪。',
    '千万别签具结书。',
    '您可以先删除聊天记录。',
    'You have the right to remain silent.',
    'You will go to prison.',
    'You should plead guilty.',
    'During the investigation it is 30% off, at trial 10%.',
  ])('%s', (text) => {
    expect(banned(text)).not.toEqual([])
  })

  test.each([
    '“可以”不是“一定”。',
    '是不是缓刑，由法院决定。',
    '全国没有统一的“某个阶段打几折”的规定。',
    '认不认、签不签，由您自己决定。',
    '不同意的可以不签。',
  ])('but this may: %s', (text) => {
    expect(banned(text)).toEqual([])
  })
})

test('a province pack adds its lines and citations to the national step', () => {
  const packed = [...files, { name: 'province/jiangcheng.yaml', text: JSON.stringify(pack) }]
  const numbers = readContent(packed).flows.find(
    ({ id, language }) => id === 'outcomes' && language === 'zh-CN',
  )?.steps.numbers
  expect(numbers?.text).toContain('本省细则')
  expect(check(readLibrary(packed), packed, day)).toEqual([])
})
