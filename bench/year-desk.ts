import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import type { Effect } from '../src/desk/effect.ts'
import type { Event } from '../src/desk/event.ts'
import { readDeskFile } from '../src/setup/desk-file.ts'
import { ModelStore } from '../src/simulate/model-store.ts'
import { defaultScenario, office, type Scenario } from '../src/simulate/scenario.ts'
import type { Voice } from '../src/simulate/voice.ts'
import { smallDesk } from '../test/harness.ts'
import { chanceOf, pick, sentence } from './words.ts'

/** A busy centre: a conversation every two and a half minutes, half of them in writing, twenty lawyers. */

const LAWYERS = 20
const HOURS = 24 * 365
/** Messages in a written talk, beside what the desk says. */
const TALK = 4

export const yearFrom = Date.UTC(2025, 11, 31, 16)
export const YEAR = 200_000

/** With a fifth to spare: some give up before there is a conversation to close. */
export const yearScenario: Scenario = {
  ...defaultScenario,
  from: yearFrom,
  hours: HOURS,
  warmUpHours: 0,
  rate: (YEAR * 1.05) / HOURS,
  profile: office,
  written: { ...defaultScenario.written, share: 0.5 },
}

export function yearDesk() {
  const { lawyers, shifts, ...rest } = smallDesk()
  const [one, shift] = [lawyers[0], shifts[0]]
  if (!one || !shift) throw new Error('no lawyer to multiply')
  // They answer in the browser: an offer by Telegram would be three things to send each time.
  const { telegram: _, ...lawyer } = one
  const ids = Array.from({ length: LAWYERS }, (_, n) => `lawyer-${n + 1}`)
  return readDeskFile(
    stringify({
      ...rest,
      lawyers: ids.map((id, n) => ({
        ...lawyer,
        id,
        name: `${pick(chanceOf(n), ['张', '李', '王', '陈', '欧阳'])}${String.fromCodePoint(0x654f + n)}`,
        licence: `142012010100001${String(n).padStart(2, '0')}`,
        trained: '2025-01-10',
        phone: `+86138000010${String(n).padStart(2, '0')}`,
        login: { username: id, password: `${id}-password` },
      })),
      shifts: ids.map((id) => ({ ...shift, lawyer: id })),
    }),
  )
}

const charges = ['危险驾驶罪', '帮助信息网络犯罪活动罪', '盗窃罪', '故意伤害罪', '诈骗罪', '不详']
const stages = ['investigation', 'prosecution_review', 'trial_first'] as const

export function voice(seed: number): Voice {
  const chance = chanceOf(seed)
  return {
    talk: () => Array.from({ length: TALK / 2 }, () => [sentence(chance), sentence(chance)]),
    record: () => ({
      charge: pick(chance, charges),
      question: sentence(chance),
      answer: `${sentence(chance)}；${sentence(chance)}`,
      stage: pick(chance, stages),
    }),
  }
}

export interface Decided {
  event: Event
  effects: Effect[]
  at: number
}

/** Decides in memory and keeps what is to be written down. */
export class YearStore extends ModelStore {
  decisions: Decided[] = []
  /** Nothing more will be asked of these. */
  done: string[] = []

  /** As scattered as a desk's own. */
  protected override idOf(n: number): string {
    return createHash('md5').update(String(n)).digest('hex')
  }

  protected override decided(event: Event, effects: Effect[]): void {
    this.decisions.push({ event, effects, at: this.now })
  }

  override forget(id: string): void {
    super.forget(id)
    this.done.push(id)
  }
}
