import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Desk } from '../desk/desk.ts'
import { instantOf, localTime, parseLocal } from '../desk/zone.ts'
import { DeskFileError, readDeskFile } from '../setup/desk-file.ts'
import type { ArgumentFault, Why } from './arguments.ts'
import { options, type Settings } from './options.ts'
import { defaultScenario, flat, normalised, office, type Scenario } from './scenario.ts'

/** From settings to a desk and a scenario; what only the files can tell is found wrong here. */

export function prepare(
  settings: Settings,
  now: number,
): { desk: Desk; scenario: Scenario } | { faults: ArgumentFault[] } {
  const faults: ArgumentFault[] = []
  const refuse = (option: string, text: string, why: Why): void =>
    void faults.push({ option, text, why })
  const { file, out } = settings
  if (!existsSync(dirname(out))) refuse('--out', out, 'noFolder')
  else if (existsSync(out) && !statSync(out).isFile()) refuse('--out', out, 'unreadable')
  const profile = profileOf(settings.profile)
  if (profile === null) refuse('--profile', settings.profile, 'weights')
  const text = textOf(file)
  if (text === null) refuse('FILE', file, 'unreadable')
  const desk = text === null ? null : deskOf(file, text, faults)
  for (const id of desk ? Object.keys(settings.lawyers) : []) {
    if (!desk?.lawyers.some((lawyer) => lawyer.id === id)) refuse('--lawyer', id, 'noLawyer')
  }
  const from = desk && startOf(settings.from, desk, now)
  if (desk && from === null) {
    faults.push({ option: '--from', text: settings.from ?? '', form: options.from.form })
  }
  if (!desk || from === null || profile === null || faults.length > 0) return { faults }
  const routing = { ...desk.routing, ...settings.policy }
  return { desk: { ...desk, routing }, scenario: scenarioOf(settings, profile, from) }
}

function deskOf(file: string, text: string, faults: ArgumentFault[]): Desk | null {
  try {
    return readDeskFile(text).desk
  } catch (error) {
    if (!(error instanceof DeskFileError)) throw error
    for (const { line, message } of error.faults) {
      faults.push({ option: `${file}:${line}`, text: '', form: message })
    }
    return null
  }
}

const startOf = (from: string | null, desk: Desk, now: number): number | null =>
  from === null ? monday(desk, now) : parseLocal(desk.timezone, from)

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
