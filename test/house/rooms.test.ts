import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom (docs/architecture.md). `*` is a file of src itself. */
const may: Record<string, string[]> = {
  desk: [],
  channel: ['desk', 'outgoing'],
  outgoing: [],
  // The language model: it knows no table and no channel, and what it says is judged here.
  assist: ['desk'],
  store: ['desk'],
  handle: ['desk', 'store'],
  job: ['desk', 'store', 'channel', 'handle', 'assist'],
  web: ['desk', 'store', 'channel', 'handle', 'job', 'assist'],
  console: ['web'],
  setup: ['desk', 'store', 'channel', 'handle', 'config', 'content', 'web'],
  content: ['desk'],
  config: ['channel', 'desk', 'assist'],
  phone: ['channel', 'config', 'setup', 'store'],
  // A rehearsal runs the desk itself over a store in memory, and may read the log of a real one.
  simulate: ['desk', 'store', 'setup', 'config'],
  assemble: [
    'desk',
    'store',
    'channel',
    'handle',
    'job',
    'web',
    'config',
    'assist',
    'outgoing',
    'simulate',
  ],
  cli: ['setup'],
  serve: ['config', 'setup', 'store', 'desk', 'assemble', 'content'],
  node: ['serve'],
  // The other root: as `serve`, but for what reads the disk.
  worker: ['config', 'content', 'setup', 'store', 'desk', 'channel', 'job', 'web', 'assemble'],
}

const root = join(import.meta.dirname, '..', '..', 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
)
const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.tsx?$/, '') ?? ''

const importsOf = (file: string) => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?<!')(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => ({
    target: match[1] ?? '',
    typeOnly: new RegExp(
      `import type [^']*?from '${(match[1] ?? '').replace(/[.*+?^$()|[\]\\/]/g, '\\$&')}'`,
    ).test(text),
  }))
}

test('rooms import only whom they may', () => {
  const strays: string[] = []
  for (const file of files) {
    const room = roomOf(file)
    for (const { target } of importsOf(file)) {
      if (!target.startsWith('.')) continue
      const other = roomOf(relative(root, join(root, dirname(file), target)))
      if (other !== room && !may[room]?.includes(other)) strays.push(`${file} → ${target}`)
    }
  }
  expect(strays).toEqual([])
})

test('desk imports nothing outside itself, and asks for no clock, chance or I/O', () => {
  const strays: string[] = []
  for (const file of files.filter((name) => roomOf(name) === 'desk')) {
    for (const { target } of importsOf(file))
      if (!target.startsWith('.')) strays.push(`${file} → ${target}`)
    const text = readFileSync(join(root, file), 'utf8')
    const impure =
      /Date\.now\(|new Date\(\)|Math\.random|\bawait\b|\basync\b|\bfetch\(|performance\.|crypto\./.exec(
        text,
      )
    if (impure) strays.push(`${file}: ${impure[0]}`)
  }
  expect(strays).toEqual([])
})

test('the console knows the server by its types alone', () => {
  const strays = files
    .filter((name) => roomOf(name) === 'console')
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target, typeOnly }) => target.includes('/web/') && !typeOnly)
        .map(({ target }) => `${file} → ${target}`),
    )
  expect(strays).toEqual([])
})

test('SQL stands in the store, and the roots are imported by nobody', () => {
  const strays: string[] = []
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    if (
      roomOf(file) !== 'store' &&
      /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|sql`/.test(text)
    ) {
      strays.push(`${file}: SQL`)
    }
    for (const { target } of importsOf(file)) {
      if (/\/(node|cli|worker)\.ts$/.test(target)) strays.push(`${file} → ${target}`)
    }
  }
  expect(strays).toEqual([])
})

test('every request to another machine goes through one door', () => {
  const reaches =
    /(?<![.\w])fetch\(|from '(?:node:)?(?:https?|http2|tls|dgram|dns)(?:\/[^']*)?'|from 'node:net'(?<!import \{ isIP(?:v4)?(?:, isIPv6)? \} from 'node:net')|'(?:undici|axios|node-fetch|telegraf)'/
  const elsewhere = files
    // A page asks its own desk; the terminal telephone is a carrier, run by hand on the same machine.
    .filter((file) => !/^(console|phone)\//.test(file) && file !== 'outgoing.ts')
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8').replace(
        /^.*override async fetch\(.*$/gm,
        '',
      )
      const found = reaches.exec(text)
      return found ? [`${file}: ${found[0]}`] : []
    })
  expect(elsewhere).toEqual([])
})

test('the disk is read by the root on Node alone', () => {
  const reads = (file: string) =>
    importsOf(file).some(({ target }) => /^(node:)?fs(\/|$)|better-sqlite3/.test(target))
  const reached = new Set(['worker.ts'])
  for (const file of reached) {
    for (const { target, typeOnly } of importsOf(file)) {
      if (target.startsWith('.') && !typeOnly) {
        reached.add(relative(root, join(root, dirname(file), target)))
      }
    }
  }
  expect(reached.size).toBeGreaterThan(100)
  expect([...reached].filter(reads)).toEqual([])
})

test('no file is a tour: none over 300 lines, the median under 80', () => {
  const lengths = files.map((file) => ({
    file,
    lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
  }))
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80)
})
