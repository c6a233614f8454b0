import type { Entry } from '../src/desk/effect.ts'
import { newId } from '../src/handle.ts'
import { LogWriter } from '../src/store/append.ts'
import type { Db, Engine } from '../src/store/engine.ts'
import { Keys } from '../src/store/keys.ts'
import type { Seal } from '../src/store/seal.ts'
import { type Chance, chanceOf, pick, sentence } from './words.ts'

/** Fills a desk with conversations as they would have been left by the desk itself: lines, sealed words, records, ledger. */

export interface Load {
  conversations: number
  /** Written by client and lawyer, in each. */
  messages: number
  from: number
  /** Milliseconds from one to the next. */
  apart: number
}

const lawyers = ['zhang', 'li', 'wang']
const charges = ['危险驾驶罪', '帮助信息网络犯罪活动罪', '盗窃罪', '故意伤害罪', '诈骗罪', '不详']
const AT_ONCE = 200

export async function fill(engine: Engine, seal: Seal, load: Load): Promise<void> {
  const chance = chanceOf(7)
  for (let done = 0; done < load.conversations; done += AT_ONCE) {
    await engine.atomically(async (tx) => {
      const log = new LogWriter(tx)
      const keys = new Keys(tx, seal)
      const until = Math.min(load.conversations, done + AT_ONCE)
      for (let i = done; i < until; i++) await one(tx, log, keys, load, chance, i)
    })
  }
}

async function one(
  tx: Db,
  log: LogWriter,
  keys: Keys,
  load: Load,
  chance: Chance,
  index: number,
): Promise<void> {
  const id = newId()
  const openedAt = load.from + index * load.apart
  const lawyer = pick(chance, lawyers)
  const contact = newId()
  let at = openedAt
  let made = 0
  const keep = async (text: string): Promise<string> => {
    const content = `${id}.${made++}`
    const sealed = await keys.seal(id, content, text)
    await tx.insertInto('content').values({ id: content, conversation: id, sealed }).execute()
    return content
  }
  const line = async (entry: Omit<Entry, 'words' | 'conversation'>, text?: string) => {
    const words = text === undefined ? {} : { words: { id: await keep(text), text } }
    at += 20_000
    await log.append({ ...entry, ...words, conversation: id }, null, at)
  }
  await keys.ensure(id)
  await tx
    .insertInto('conversation')
    .values({
      id,
      client: id,
      pseudonym: `当事人 ${id.slice(0, 4).toUpperCase()}`,
      contact,
      channel: pick(chance, ['webchat', 'sms', 'telegram']),
      language: 'zh-CN',
      state: 'closed',
      station: 'jiangcheng',
      lawyer,
      opened_at: openedAt,
      waiting_since: null,
      round_since: null,
      taken_at: openedAt + 60_000,
      ended_at: openedAt + 600_000,
      closed_at: openedAt + 600_000,
      ending: 'answered',
      unanswered_since: null,
      rest: rest(),
      sealed_key: keys.sealedOf(id),
    })
    .execute()
  await line({ type: 'opened', actor: 'client', data: { channel: 'webchat', client: id } })
  await line({ type: 'queued', actor: 'desk', data: {} })
  await line({ type: 'accepted', actor: 'lawyer', by: lawyer, data: { lawyer, via: 'browser' } })
  for (let m = 0; m < load.messages; m++) {
    await line({ type: 'message', actor: m % 2 ? 'lawyer' : 'client' }, sentence(chance))
  }
  const record = {
    charge: pick(chance, charges),
    question: sentence(chance),
    answer: sentence(chance),
    stage: 'investigation',
  }
  const content = await keep(JSON.stringify(record))
  const kept = { conversation: id, content, stage: record.stage, complete: 1, by_id: lawyer, at }
  await tx.insertInto('record').values(kept).execute()
  await line({ type: 'record_kept', actor: 'lawyer', by: lawyer, data: { complete: true } })
  await line({ type: 'closed', actor: 'lawyer', by: lawyer, data: { outcome: 'answered' } })
  const ledger = {
    id: `${id}.l`,
    conversation: id,
    lawyer,
    station: 'jiangcheng',
    channel: 'webchat',
    opened_at: openedAt,
    taken_at: openedAt + 60_000,
    ended_at: openedAt + 600_000,
    closed_at: openedAt + 600_000,
    ending: 'answered',
    stage: record.stage,
    content: await keep(JSON.stringify(record)),
    services: '["legal_advice"]',
    written_at: openedAt + 600_000,
  }
  await tx.insertInto('ledger').values(ledger).execute()
}

const rest = (): string =>
  JSON.stringify({
    viaTelegram: false,
    prefers: null,
    helped: null,
    pledge: null,
    recalls: 0,
    wantsAppointment: false,
    position: null,
    choices: [],
    puzzled: 0,
    place: null,
    pace: { level: 0, at: 0, flooded: false },
  })
