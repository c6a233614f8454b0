import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readContent } from '../../src/content/read.ts'
import { contentFiles } from '../../src/setup/files.ts'
import { readKept } from '../../src/setup/kept-content.ts'

test('content kept from an earlier start is the same, and a changed flow is read anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-content-'))
  const files = contentFiles()
  expect(readKept(files, folder)).toEqual(readContent(files))
  expect(readKept(files, folder)).toEqual(readContent(files))
  expect(readdirSync(folder)).toHaveLength(1)
  const changed = files.map((file) =>
    file.name === 'appeal.yaml'
      ? { ...file, text: file.text.replace('不服一审判决', '对判决不服') }
      : file,
  )
  const text = readKept(changed, folder).flows.find(({ id }) => id === 'appeal')?.steps.right?.text
  expect(text).toContain('对判决不服')
  rmSync(folder, { recursive: true })
})
