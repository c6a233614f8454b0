import { writeFileSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { complaint } from '../setup/complain.ts'
import { environment } from '../setup/env.ts'
import { loadContent } from '../setup/files.ts'
import { openAsIs } from '../setup/open.ts'
import { trafficOf } from '../store/read/traffic.ts'
import { type ArgumentFault, readArguments } from './arguments.ts'
import { whole } from './format.ts'
import type { Settings } from './options.ts'
import { pageOf } from './page/page.ts'
import { prepare } from './prepare.ts'
import { printed } from './print.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import { Replay } from './replay.ts'
import { replayed } from './replayed.ts'
import { reportOf } from './report.ts'
import { en } from './words/en.ts'
import { type Words, zh } from './words/zh.ts'

/** `npm run simulate -- desk.yaml`: the desk's own routing, rehearsed (docs/simulate.md). */

async function main(argv: string[]): Promise<number> {
  const read = readArguments(argv)
  if ('help' in read) {
    console.log(`${zh.usage}\n\n${en.usage}`)
    return 0
  }
  if ('faults' in read) return refused(read.faults)
  const { settings } = read
  const prepared = prepare(settings, Date.now())
  if ('faults' in prepared) return refused(prepared.faults)
  const { seed, runs } = settings
  const random: Rehearsal = { ...prepared, content: loadContent(), seed, runs }
  const rehearsal = settings.replay ? replayed(random, await logOf()) : random
  if (rehearsal === null) return refused([{ option: '--replay', text: '', why: 'noLog' }])
  run(rehearsal, settings)
  return 0
}

function run(rehearsal: Rehearsal, { target, compare, out }: Settings): void {
  const begun = performance.now()
  const tallies = rehearse(rehearsal)
  const seconds = (performance.now() - begun) / 1000
  const report = reportOf(rehearsal, tallies, { target, compare })
  console.log(printed(report))
  writeFileSync(out, pageOf(report))
  const speed = whole((tallies.length * report.hours) / seconds)
  console.log(`\n${zh.speed(speed)} · ${en.speed(speed)}\n${zh.wrote(out)} · ${en.wrote(out)}`)
}

async function logOf(): Promise<Replay> {
  const { engine } = await openAsIs(readConfig(environment()))
  const replay = new Replay()
  for await (const line of trafficOf(engine.db)) replay.add(line)
  await engine.close()
  return replay
}

function refused(faults: ArgumentFault[]): number {
  const said = (words: Words, fault: ArgumentFault): string =>
    'why' in fault ? words[fault.why] : words.form(fault.form)
  const lines = faults.map(
    (fault) => `${`${fault.option} ${fault.text}`.trim()}: ${said(zh, fault)} · ${said(en, fault)}`,
  )
  console.error(`${zh.faults} · ${en.faults}:\n  ${lines.join('\n  ')}`)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
