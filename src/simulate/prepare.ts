import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Desk } from '../desk/desk.ts'
import { instantOf, localTime, parseLocal } from '../desk/zone.ts'
import { readDeskFile } from '../setup/desk-file.ts'
import type { ArgumentFault } from './arguments.ts'
import type { Settings } from './options.ts'
import { defaultScenario, flat, normalised, office, type Scenario } from './scenario.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

/** From settings to a desk and a scenario; what only the files can tell is found wrong here. */

const both = (key: 'unreadable' | 'noFolder' | 'noLawyer' | 'weights'): string =>
  `${zh[key]} · ${en[key]}`

export function prepare(
  settings: Settings,
  now: number,
): { desk: Desk; scenario: Scenario } | { faults: ArgumentFault[] } {
  const faults: ArgumentFault[] = []
  const say = (option: string, text: string, form: string): void =>
    void faults.push({ option, text, form })
  if (!existsSync(dirname(settings.out))) say('--out', settings.out, both('noFolder'))
  const profile = profileOf(settings.profile)
  if (profile === null) say('--profile', settings.profile, both('weights'))
  const file = textOf(settings.file)
  if (file === null) say('FILE', settings.file, both('unreadable'))
  if (file === null || profile === null) return { faults }
  const { desk } = readDeskFile(file)
  for (const id of Object.keys(settings.lawyers)) {
    if (!desk.lawyers.some((lawyer) => lawyer.id === id)) say('--lawyer', id, both('noLawyer'))
  }
  const from = settings.from === null ? monday(desk, now) : parseLocal(desk.timezone, settings.from)
  if (from === null) say('--from', settings.from ?? '', '2026-11-23T00:00')
  if (from === null || faults.length > 0) return { faults }
  const routing = { ...desk.routing, ...settings.policy }
  return { desk: { ...desk, routing }, scenario: scenarioOf(settings, profile, from) }
}

function scenarioOf(settings: Settings, profile: number[], from: number): Scenario {
  const { hours, rate, talk, talkLaw, patience, habits, lawyers, written, write } = settings
  return {
    ...defaultScenario,
    from,
    hours,
    warmUpHours: Math.min(defaultScenario.warmUpHours, Math.floor(hours / 2)),
    rate,
    profile,
    patience: { law: 'exponential', mean: patience },
    talk: talkLaw(talk),
    habits,
    lawyers,
    written: { ...defaultScenario.written, share: written, talk: talkLaw(write) },
  }
}

const textOf = (file: string): string | null =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : null

function profileOf(name: string): number[] | null {
  if (name === 'flat') return flat
  if (name === 'office') return office
  const lines = textOf(name)?.trim().split('\n') ?? []
  const rows = lines.map((line) =>
    line
      .trim()
      .split(/[\s,]+/)
      .map(Number),
  )
  const weights = rows.flat()
  const sound = rows.length === 7 && rows.every((row) => row.length === 24)
  const real = weights.every((weight) => Number.isFinite(weight) && weight >= 0)
  return sound && real && weights.some((weight) => weight > 0) ? normalised(weights) : null
}

/** The coming Monday, 00:00 local. */
function monday({ timezone }: Desk, now: number): number {
  const { year, month, day, weekday } = localTime(timezone, now)
  return instantOf(timezone, year, month, day + 7 - weekday, 0)
}
