import { expect, test } from 'vitest'
import type { LoggedEntry } from '../../src/desk/audit.ts'
import { loadContent } from '../../src/setup/files.ts'
import { arrivalsOf } from '../../src/simulate/arrivals.ts'
import { shareWithin, visitsBy } from '../../src/simulate/figures.ts'
import { rehearse } from '../../src/simulate/rehearse.ts'
import { Replay } from '../../src/simulate/replay.ts'
import { replayed } from '../../src/simulate/replayed.ts'
import { defaultScenario, type Scenario } from '../../src/simulate/scenario.ts'
import { meanOf } from '../../src/simulate/statistics.ts'
import { World } from '../../src/simulate/world.ts'
import { trafficOf } from '../../src/store/read/traffic.ts'
import type { InProcess } from '../backend/in-process.ts'
import { always, desk, lawyer } from '../desk/fixture.ts'
import { Model } from '../desk/model.ts'
import { TestDesk } from '../harness.ts'

const content = loadContent()
const from = Date.UTC(2026, 10, 22, 16)
const house = desk(
  ['a', 'b', 'c'].map((id) => lawyer(id)),
  ['a', 'b', 'c'].map((id) => always(id)),
)
const lived: Scenario = {
  ...defaultScenario,
  from,
  hours: 72,
  warmUpHours: 0,
  rate: 10,
  patience: { law: 'exponential', mean: 200 },
  habits: { noAnswer: 0.2, pass: 0.05, answer: [2, 10] },
  lawyers: { b: { noAnswer: 0.5 } },
  written: { ...defaultScenario.written, share: 0.2 },
}

/** Three days of a desk, and what can be read back from its log. */
function lives() {
  const model = new Model(house, content, from)
  const arrivals = arrivalsOf(lived, house.timezone, 3)
  const tally = new World(model, lived, 3).run(arrivals)
  const replay = new Replay()
  for (const line of model.log) replay.add(line)
  return { arrivals, tally, replay }
}

test('a log gives back who came, how long they talked, and how each phone was answered', () => {
  const { arrivals, tally, replay } = lives()
  const read = replay.arrivals(1, 720)
  expect(read.map(({ at, method }) => [at, method])).toEqual(
    arrivals.map(({ at, method }) => [at, method]),
  )
  const answered = arrivals.flatMap(({ talk }, n) =>
    tally.visits[n]?.ending === 'answered' ? [[talk, read[n]?.talk ?? 0] as const] : [],
  )
  // A written talk is over when its record is kept; the log counts in milliseconds.
  for (const [talk, found] of answered) expect(Math.abs(talk - found)).toBeLessThan(0.01)
  const gaveUp = arrivals.flatMap(({ patience }, n) =>
    tally.visits[n]?.ending === 'gaveUp' ? [Math.abs(patience - (read[n]?.patience ?? 0))] : [],
  )
  expect(Math.max(...gaveUp)).toBeLessThan(0.01)
  const { habits, lawyers } = replay.habits(lived.habits)
  const rings = tally.work.get('b')?.rings ?? 0
  // Three standard errors of a share; a ring that another answered first says nothing and is left out.
  expect(Math.abs((lawyers.b?.noAnswer ?? 0) - 0.5)).toBeLessThan(3 * Math.sqrt(0.25 / rings) + 0.1)
  expect(lawyers.b?.noAnswer).toBeGreaterThan((lawyers.a?.noAnswer ?? 1) + 0.1)
  expect(habits.answer[0]).toBeGreaterThanOrEqual(2)
  // Its standard error is the mean over the root of those who gave up.
  const slack = (3 * 200) / Math.sqrt(gaveUp.length)
  expect(Math.abs(replay.patience - 200)).toBeLessThan(slack)
})

test('replayed, the same desk does about as well as it did', () => {
  const { tally, replay } = lives()
  const rehearsal = replayed({ desk: house, content, scenario: lived, seed: 7, runs: 8 }, replay)
  if (!rehearsal) throw new Error('nobody in the log')
  expect(rehearsal.scenario).toMatchObject({ from, hours: 72, warmUpHours: 0 })
  const then = shareWithin(visitsBy(tally, 'phone'), 60)
  const again = rehearse(rehearsal).map((run) => shareWithin(visitsBy(run, 'phone'), 60))
  expect(Math.abs(meanOf(again) - then)).toBeLessThan(0.06)
})

test('an empty log cannot be replayed', () => {
  expect(
    replayed({ desk: house, content, scenario: lived, seed: 7, runs: 2 }, new Replay()),
  ).toBeNull()
})

test('the log of a real desk is read without its words', async () => {
  const real = await TestDesk.open()
  const chat = await real.openChat()
  await chat.write('律师')
  await real.settle()
  const lines: LoggedEntry[] = []
  for await (const line of trafficOf((real.backend as InProcess).engine.db)) lines.push(line)
  await real.close()
  expect(lines.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['opened', 'queued', 'offered']),
  )
  expect(JSON.stringify(lines)).not.toContain('律师')
  const replay = new Replay()
  for (const line of lines) replay.add(line)
  expect(replay.asked).toEqual([real.now])
})
