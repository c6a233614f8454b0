import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { readDeskFile } from '../src/setup/desk-file.ts'
import { loadContent } from '../src/setup/files.ts'
import { importDesk } from '../src/setup/import.ts'
import { openSqlite } from '../src/store/dialect/sqlite.ts'
import { Facts } from '../src/store/facts.ts'
import { plainCharge } from '../src/store/flag.ts'
import { migrate } from '../src/store/migrate.ts'
import { type Filter, listConversations } from '../src/store/read/conversation.ts'
import { searchConversations } from '../src/store/read/search.ts'
import { Seal } from '../src/store/seal.ts'
import { followLog } from '../src/store/search/follow.ts'
import { smallDesk } from '../test/harness.ts'
import { fill } from './fill.ts'
import { print, type Say } from './say.ts'

/**
 * A coordinator's list over 100,000 conversations: the first page of each filter, whether it fits many, few or nothing,
 * and of a search for two characters. `node bench/list.ts [conversations]` runs it alone.
 */

const CONVERSATIONS = 100_000
const GOAL = 100
const ROUNDS = 6
const coordinator = { id: 'chen', name: '陈静', role: 'coordinator' } as const

export async function list(say: Say, conversations = CONVERSATIONS): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-list-'))
  const seal = new Seal(Buffer.alloc(32, 7))
  const engine = openSqlite(join(folder, 'zhiban.db'))
  try {
    await migrate(engine.db)
    const file = readDeskFile(stringify(smallDesk()))
    await importDesk(engine, seal, file, loadContent(), Date.UTC(2026, 0, 1))
    await fill(engine, seal, {
      conversations,
      messages: 2,
      from: Date.UTC(2026, 0, 2),
      apart: 300_000,
    })
    while ((await engine.atomically((tx) => followLog(tx, seal, 256))) === 256);
    const desk = await new Facts(seal).read(engine.db)
    if (!desk) throw new Error('no desk')
    const first = async (filter: Filter): Promise<number> => {
      const ask = filter.q === undefined ? listConversations : searchConversations
      let worst = 0
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now()
        await ask(engine.db, seal, desk, coordinator, filter)
        // The first round warms the cache.
        if (round > 0) worst = Math.max(worst, performance.now() - begun)
      }
      return worst
    }
    for (const [name, filter] of filters(seal)) {
      const worst = await first(filter)
      say({
        what: `   list of ${conversations / 1000} thousand, first page: ${name}`,
        figure: `${worst.toFixed(1)} ms`,
        goal: `≤ ${GOAL} ms`,
        reached: worst <= GOAL,
      })
    }
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Nobody in the filled desk waits, went without, or is flagged: those filters look through everything and find nothing. */
const filters = (seal: Seal): [string, Filter][] => {
  const now = Date.UTC(2027, 0, 1)
  return [
    ['none', {}],
    ['lawyer', { lawyer: 'li' }],
    ['station', { station: 'jiangcheng' }],
    ['channel', { channel: 'sms' }],
    ['state, nothing fits', { state: 'waiting' }],
    ['stage', { stage: 'investigation' }],
    ['stage, nothing fits', { stage: 'trial_second' }],
    ['charge, nothing fits', { chargeMark: seal.lookup('charge', plainCharge('抢劫罪')) }],
    ['outcome', { outcome: 'answered' }],
    ['outcome, nothing fits', { outcome: 'referred' }],
    ['waited over a minute, nothing fits', { waitedOver: 60, now }],
    ['missed, nothing fits', { missed: true }],
    ['flagged, nothing fits', { flagged: true }],
    ['a week', { from: Date.UTC(2026, 5, 1), to: Date.UTC(2026, 5, 8) }],
    ['two common characters', { q: '取保' }],
    ['two rare characters', { q: '敾斄' }],
    ['two characters, lawyer, channel', { q: '笔录', lawyer: 'li', channel: 'sms' }],
  ]
}

if (import.meta.main) await list(print, Number(process.argv[2] ?? CONVERSATIONS))
