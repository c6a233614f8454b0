import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BACKLOG } from '../src/job/indexer.ts'
import { openSqlite } from '../src/store/dialect/sqlite.ts'
import type { Engine } from '../src/store/engine.ts'
import { Facts } from '../src/store/facts.ts'
import { conversationDetail } from '../src/store/read/conversation.ts'
import { searchConversations } from '../src/store/read/search.ts'
import { Seal } from '../src/store/seal.ts'
import { followLog } from '../src/store/search/follow.ts'
import { csvOf, ledgerTable } from '../src/web/ledger/table.ts'
import { FONT } from '../src/web/pdf/make.ts'
import { tablePdf } from '../src/web/pdf/table.ts'
import type { Table } from '../src/web/sheet/table.ts'
import { workbookOf } from '../src/web/sheet/write-workbook.ts'
import { command } from './command.ts'
import { root } from './processes.ts'
import { fixed, type Say } from './say.ts'
import { yearFrom } from './year-desk.ts'
import { year } from './year-fill.ts'

/**
 * A year of a busy centre: what grows with it, and how. Each is measured as the year fills, at sizes that double; CPU, for a
 * busy machine tells time badly. `--whole` is the whole year of 200,000 conversations.
 */

const WHOLE = [12_500, 25_000, 50_000, 100_000, 200_000]
const BOUNDED = [1_000, 2_000, 4_000]
const MONTH = 31 * 86_400_000
/** Twice as much may take twice as long, and what a busy machine adds. */
const LINEAR = 2.5

const secret = Buffer.alloc(32, 7)
const seal = new Seal(secret)
const chen = { id: 'chen', name: '陈静', role: 'coordinator' } as const

type Figures = Map<string, { value: number; unit: string }>

export async function aYear(say: Say, whole: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-year-'))
  const file = join(folder, 'zhiban.db')
  const engine = openSqlite(file)
  try {
    let before: Figures = new Map()
    let begun = process.cpuUsage()
    for await (const size of year(engine, seal, whole ? WHOLE : BOUNDED)) {
      const { user, system } = process.cpuUsage(begun)
      const made = `${fixed((user + system) / 1e6, 0)} s`
      say({ what: `Y  ${size} conversations, decided and written so far, CPU`, figure: made })
      const figures = await measured(engine, file, folder)
      for (const [what, { value, unit }] of figures) {
        const earlier = before.get(what)?.value
        const grown = earlier === undefined || earlier === 0 || unit === '' ? null : value / earlier
        say({
          what: `Y    ${what}`,
          figure: `${fixed(value, unit === 's' ? 2 : unit === 'ms' ? 2 : 0)} ${unit}`,
          ...(grown === null
            ? {}
            : { goal: `${fixed(grown)} × for twice as much`, reached: grown <= LINEAR }),
        })
      }
      before = figures
      begun = process.cpuUsage()
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(engine: Engine, file: string, folder: string): Promise<Figures> {
  const figures: Figures = new Map()
  const put = (what: string, value: number, unit: string) => figures.set(what, { value, unit })
  const lines = await engine.db
    .selectFrom('event')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  put('lines in the log', lines.seq, '')
  const index = await cpu(async () => {
    while ((await engine.atomically((tx) => followLog(tx, seal, BACKLOG))) === BACKLOG);
  })
  put('indexing what came since', index.seconds, 's')
  await exported(engine, put)
  await asked(engine, put)
  const env = { DATABASE_URL: `file:${file}`, SECRET_KEY: secret.toString('base64') }
  const verify = await command(['verify'], env)
  put('verify', verify.cpu, 's')
  put('verify, memory at most', verify.peak, 'MiB')
  const copy = join(folder, 'copy.db')
  const backup = await command(['backup', copy], env)
  rmSync(copy)
  put('backup', backup.cpu, 's')
  put('backup, memory at most', backup.peak, 'MiB')
  return figures
}

type Put = (what: string, value: number, unit: string) => unknown

const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

async function exported(engine: Engine, put: Put): Promise<void> {
  const desk = async () => {
    const known = await new Facts(seal).read(engine.db)
    if (!known) throw new Error('no desk')
    return known
  }
  const asset = async (path: string) =>
    path === FONT ? { body: readFileSync(join(root, font)), type: 'font/ttf' } : null
  const wanted = { from: yearFrom, to: yearFrom + MONTH, view: 'internal', layout: null } as const
  const read = await cpu(() => ledgerTable({ engine, seal, desk }, chen, wanted))
  const { table } = read.value
  put('lines of the ledger in the first month', table.rows.length, '')
  put('they are read', read.seconds, 's')
  const forms: [string, (table: Table) => unknown][] = [
    ['CSV', csvOf],
    ['XLSX', workbookOf],
    ['PDF', (all) => tablePdf({ asset }, all, yearFrom)],
  ]
  for (const [name, make] of forms) {
    const { seconds, memory } = await cpu(async () => make(table))
    put(`the month as ${name}`, seconds, 's')
    put(`the month as ${name}, memory more than before`, memory, 'MiB')
  }
}

async function asked(engine: Engine, put: Put): Promise<void> {
  const desk = await new Facts(seal).read(engine.db)
  if (!desk) throw new Error('no desk')
  const words = ['取保', '律师', '开庭', '赔偿', '派出', '擾攀']
  const search = (q: string) => searchConversations(engine.db, seal, desk, chen, { q })
  put('two characters, first page, p50', await middle(words, search), 'ms')
  const some = await engine.db
    .selectFrom('conversation')
    .select('id')
    .where('state', '=', 'closed')
    .where('channel', '=', 'webchat')
    .orderBy('id')
    .limit(40)
    .execute()
  const open = ({ id }: { id: string }) => conversationDetail(engine.db, seal, desk, chen, id, true)
  put('timeline of one conversation, p50', await middle(some, open), 'ms')
}

async function middle<T>(of: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let round = 0; round < 4; round++) {
    for (const one of of) {
      const begun = performance.now()
      await ask(one)
      if (round > 0) taken.push(performance.now() - begun)
    }
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0
}

async function cpu<T>(
  work: () => Promise<T>,
): Promise<{ value: T; seconds: number; memory: number }> {
  const rss = process.memoryUsage().rss
  const begun = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(begun)
  const memory = Math.max(0, (process.memoryUsage().rss - rss) / 2 ** 20)
  return { value, seconds: (user + system) / 1e6, memory }
}
