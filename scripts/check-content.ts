import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../src/content/check/all.ts'
import { awaiting } from '../src/content/check/versions.ts'
import { citesOf, readCite } from '../src/content/cite.ts'
import {
  archiveName,
  ContentError,
  type Library,
  readLibrary,
  schemas,
} from '../src/content/library.ts'
import { readPromptFiles } from '../src/content/prompts.ts'
import { readContent } from '../src/content/read.ts'
import { complaint } from '../src/setup/complain.ts'
import { contentFiles, promptFiles, root } from '../src/setup/files.ts'
import { factsTable } from './facts-table.ts'
import { pictures } from './pictures.ts'
import { byLot, judge, samples, table } from './samples.ts'

/**
 * `npm run content`: every flow is whole, cites law in force, fits every channel, reads plainly and says nothing it may
 * not; then how triage fares. `--write` brings pictures and schemas up to date, `--release` keeps the present versions.
 */

/** Triage is not to get worse than this on messages the rules were not written for. */
const FLOOR = 0.9

const derived = (library: Library): Record<string, string> => ({
  ...named('flows/schema', schemas()),
  ...named('docs/flows', { ...pictures(library), 'facts.md': factsTable(library) }),
})

const named = (folder: string, files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
}

function release(library: Library): void {
  for (const flow of library.flows) {
    const copy = join(root, 'flows', archiveName(flow))
    if (existsSync(copy)) continue
    mkdirSync(join(copy, '..'), { recursive: true })
    writeFileSync(copy, readFileSync(join(root, 'flows', `${flow.flow}.yaml`)))
    console.log(`released ${flow.flow} version ${flow.version}`)
  }
}

const stale = (library: Library): string[] =>
  Object.entries(derived(library))
    .filter(([name, text]) => {
      const path = join(root, name)
      return !existsSync(path) || readFileSync(path, 'utf8') !== text
    })
    .map(([name]) => `${name} is out of date: npm run content -- --write`)

function report(library: Library): void {
  for (const { flow, version, steps } of library.flows) {
    console.log(`${flow} version ${version}: ${Object.keys(steps).length} steps, zh-CN and en`)
  }
  const steps = library.flows.flatMap(({ steps }) => Object.values(steps))
  const unread = steps.filter((step) =>
    citesOf(library, step).some((cite) => library.statutes[readCite(cite).statute]?.read === false),
  )
  console.log(`${awaiting(library).length} of ${steps.length} steps await review by a lawyer`)
  console.log(
    `${unread.length} steps cite a text the drafters did not have whole (statutes.yaml, read: false)`,
  )
}

function main(day: string): string[] {
  const releasing = process.argv.includes('--release')
  const library = readLibrary(contentFiles())
  readContent(contentFiles())
  if (releasing) release(library)
  if (process.argv.includes('--write')) write(derived(library))
  report(library)
  for (const { purpose, version, examples } of readPromptFiles(promptFiles())) {
    console.log(`prompts/${purpose} version ${version}: ${examples.length} examples`)
  }
  const verdicts = samples().map(judge)
  console.log(['', 'triage', ...table(verdicts), '', ...byLot(), ''].join('\n'))
  for (const { text, outcome, urgent, got, found, right } of verdicts) {
    if (!right) console.log(`  ${outcome}${urgent ? '!' : ''} but ${got} ${found}: ${text}`)
  }
  const rate = verdicts.filter(({ right }) => right).length / verdicts.length
  return [
    ...check(library, contentFiles(), day),
    ...stale(library),
    ...(rate < FLOOR ? [`triage is right in ${Math.round(rate * 100)} of 100 samples only`] : []),
  ]
}

try {
  const faults = main(new Date().toISOString().slice(0, 10))
  if (faults.length > 0) throw new ContentError(faults)
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
