import { describe, expect, test } from 'vitest'
import { check } from '../../src/content/check/all.ts'
import { secondsOf, smsParts } from '../../src/content/check/fits.ts'
import { awaiting } from '../../src/content/check/versions.ts'
import {
  type ContentError,
  type File,
  type Library,
  readLibrary,
} from '../../src/content/library.ts'
import { readContent } from '../../src/content/read.ts'
import { contentFiles } from '../../src/setup/files.ts'

/** What is refused at the door, versions, and what is counted. */

const files = contentFiles()
const day = '2026-11-23'

/** The real library with one thing wrong. */
function broken(breakIt: (library: Library) => void): Library {
  const library = structuredClone(readLibrary(files))
  breakIt(library)
  return library
}

const what = (library: Library) => {
  const found = library.flows.find((one) => one.flow === 'plea-process')?.steps.what
  if (!found) throw new Error('no step plea-process/what')
  return found
}

describe('at the door', () => {
  const change = (name: string, from: string, to: string): File[] =>
    files.map((file) =>
      file.name === name ? { ...file, text: file.text.replace(from, to) } : file,
    )
  const refused = (given: File[]): string => {
    try {
      readContent(given)
    } catch (error) {
      return (error as ContentError).message
    }
    return ''
  }

  test('a step without its English side is refused by name', () => {
    expect(
      refused(
        change('appeal.yaml', '    en:\n      title: The right', '    de:\n      title: The right'),
      ),
    ).toMatch(/appeal.yaml: steps.right/)
  })

  test('a choice that leads nowhere is refused', () => {
    expect(refused(change('appeal.yaml', '{to: heavier,', '{to: nowhere,'))).toMatch(
      /appeal: right leads to appeal\/nowhere, which is not there/,
    )
  })

  test('an eighth choice is refused: a phone has keys 2 to 8 for them', () => {
    const more = '      - {to: what, zh-CN: 多的, en: More}\n'.repeat(8)
    expect(refused(change('affidavit.yaml', '    choices:\n', `    choices:\n${more}`))).toMatch(
      /affidavit.yaml: steps.what.choices/,
    )
  })
})

describe('versions', () => {
  const flow = (text: string, version: number): File => ({
    name: 'appeal.yaml',
    text: text.replace('version: 1\ntitle', `version: ${version}\ntitle`),
  })
  const now = files.find(({ name }) => name === 'appeal.yaml') as File
  const released = [
    ...files.filter(({ name }) => !name.startsWith('archive/appeal')),
    { ...now, name: 'archive/appeal@1.yaml' },
  ]
  const withFlow = (file: File): File[] =>
    released.map((one) => (one.name === file.name ? file : one))

  test('a released version that changed is refused until it gets a new number', () => {
    const edited = now.text.replace('不服一审判决', '对一审判决不服')
    const same = withFlow(flow(edited, 1))
    expect(check(readLibrary(same), same, day).join('\n')).toMatch(
      /appeal: version 1 was released and has changed/,
    )
    const raised = withFlow(flow(edited, 2))
    expect(check(readLibrary(raised), raised, day)).toEqual([])
  })

  test('both versions are there to walk in; a withdrawn one is not', () => {
    const raised = withFlow(flow(now.text, 2))
    const versions = (given: File[]) =>
      readContent(given)
        .flows.filter(({ id, language }) => id === 'appeal' && language === 'en')
        .map(({ version }) => version)
    expect(versions(raised)).toEqual(['2', '1'])
    const withdrawn = raised.map((file) =>
      file.name === 'archive/appeal@1.yaml'
        ? { ...file, text: `withdrawn: true\n${file.text}` }
        : file,
    )
    expect(versions(withdrawn)).toEqual(['2'])
  })

  test('a review counts for the version it was of', () => {
    const count = (version: number, reviewed: number) =>
      awaiting(
        broken((l) => {
          const flow = l.flows.find((one) => one.flow === 'plea-process')
          if (flow) flow.version = 2
          Object.assign(what(l), { version, reviewed: { by: '张三', on: day, version: reviewed } })
        }),
      ).includes('plea-process/what')
    expect([count(1, 1), count(2, 1), count(2, 2)]).toEqual([false, true, false])
  })
})

test('what is counted is what is sent and said', () => {
  expect([
    smsParts('一'.repeat(70)),
    smsParts('一'.repeat(71)),
    smsParts('一'.repeat(135)),
  ]).toEqual([1, 2, 3])
  expect(secondsOf('一'.repeat(45), 'zh-CN')).toBe(10)
})
