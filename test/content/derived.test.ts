import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pictures } from '../../scripts/pictures.ts'
import { readLibrary, schemas } from '../../src/content/library.ts'
import { contentFiles, root } from '../../src/setup/files.ts'

/** What is made from the flows and checked in is what they make today (`npm run content -- --write`). */

const kept = (folder: string, name: string): string =>
  readFileSync(join(root, folder, name), 'utf8')

test('the JSON Schemas editors complete from are those of the readers', () => {
  for (const [name, text] of Object.entries(schemas()))
    expect(kept('flows/schema', name)).toBe(text)
})

test('every flow’s picture is current, and the same whenever it is drawn', () => {
  const library = readLibrary(contentFiles())
  const drawn = pictures(library)
  expect(Object.keys(drawn)).toHaveLength(library.flows.length)
  for (const [name, text] of Object.entries(drawn)) expect(kept('docs/flows', name)).toBe(text)
  expect(pictures(library)).toEqual(drawn)
})
