import { parse } from 'yaml'
import { z } from 'zod'
import { languages } from './desk/desk.ts'
import type { Content, Flow } from './desk/flow.ts'

/** Reads flows/*.yaml into what the desk walks through; a flow that could lead nowhere is refused at the door. */

const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)

/** CONTRACT: a step is at most 1,200 characters, a spoken chunk under 200. */
const step = z.strictObject({
  text: z.string().trim().min(1).max(1200),
  spoken: z.array(z.string().trim().min(1).max(199)).min(1),
  cites: z.array(z.string().min(1)).min(1),
  /** Keys 2 to 8 on a phone; 1 is the lawyer, 9 stays free. */
  choices: z
    .array(z.strictObject({ label: z.string().min(1).max(40), to: id }))
    .min(1)
    .max(7),
})

const file = z.strictObject({
  flow: id,
  language: z.enum(languages),
  title: z.string().min(1),
  version: z.union([z.string(), z.date()]).transform(String),
  start: id,
  steps: z.record(id, step),
})

export class ContentError extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

export function readFlow(name: string, text: string): Flow {
  const read = file.safeParse(parse(text))
  if (!read.success) {
    throw new ContentError(
      read.error.issues.map((i) => `${name}: ${i.path.join('.')}: ${i.message}`),
    )
  }
  const { flow, ...rest } = read.data
  return { id: flow, ...rest }
}

export function readContent(files: { name: string; text: string }[]): Content {
  const flows = files.map(({ name, text }) => readFlow(name, text))
  const faults = flows.flatMap((flow) => [...dangling(flow), ...unlike(flow, flows)])
  if (faults.length > 0) throw new ContentError(faults)
  return { flows }
}

function dangling(flow: Flow): string[] {
  const where = `${flow.id} (${flow.language})`
  const targets = Object.entries(flow.steps).flatMap(([from, { choices }]) =>
    choices.map(({ to }) => ({ from, to })),
  )
  const missing = targets
    .filter(({ to }) => !flow.steps[to])
    .map(({ from, to }) => `${where}: step ${from} leads to ${to}, which is not there`)
  const reached = new Set([flow.start])
  for (const step of reached) {
    for (const { to } of flow.steps[step]?.choices ?? []) reached.add(to)
  }
  const lost = Object.keys(flow.steps)
    .filter((step) => !reached.has(step))
    .map((step) => `${where}: nothing leads to step ${step}`)
  return [...missing, ...lost]
}

/** Both languages have the same steps, leading to the same places. */
function unlike(flow: Flow, flows: Flow[]): string[] {
  const shape = (f: Flow): string =>
    JSON.stringify(
      Object.keys(f.steps)
        .sort()
        .map((id) => [id, f.steps[id]?.choices.map(({ to }) => to)]),
    )
  return languages.flatMap((language) => {
    const twin = flows.find((f) => f.id === flow.id && f.language === language)
    if (!twin) return [`${flow.id}: there is no ${language} side`]
    return shape(twin) === shape(flow)
      ? []
      : [`${flow.id}: ${language} has other steps than ${flow.language}`]
  })
}
