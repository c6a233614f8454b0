import { type Language, languages } from '../desk/desk.ts'
import type { Content, Flow, Step, Term } from '../desk/flow.ts'
import { placeOf } from '../desk/flow.ts'
import { citesOf, writeCites } from './cite.ts'
import { ContentError, type File, type Library, readLibrary } from './library.ts'
import type { FlowFile, StepFile } from './schema.ts'

/** Files become what the desk walks through; a flow that could lead nowhere is refused at the door. */

export function readContent(files: File[]): Content {
  const library = readLibrary(files)
  const faults = dangling(library)
  if (faults.length > 0) throw new ContentError(faults)
  return toContent(library)
}

export function toContent(library: Library): Content {
  const old = library.archive.filter(({ withdrawn }) => !withdrawn)
  return {
    flows: [...library.flows, ...old].flatMap((flow) =>
      languages.map((language) => flowIn(library, flow, language)),
    ),
    terms: Object.entries(library.glossary).flatMap(([id, sides]) =>
      languages.map((language): Term => ({ id, language, ...sides[language] })),
    ),
  }
}

function flowIn(library: Library, flow: FlowFile, language: Language): Flow {
  const steps = Object.entries(flow.steps).map(([id, step]) => [
    id,
    stepIn(library, `${flow.flow}/${id}`, step, language),
  ])
  return {
    id: flow.flow,
    language,
    title: flow.title[language],
    version: String(flow.version),
    start: flow.start,
    steps: Object.fromEntries(steps),
  }
}

function stepIn(library: Library, name: string, step: StepFile, language: Language): Step {
  const local = library.province?.adds.filter(({ to }) => to === name) ?? []
  const statutes = { ...library.statutes, ...library.province?.statutes }
  const { title, text, spoken } = step[language]
  const cites = [...citesOf(library, step), ...local.flatMap((add) => add.cites)]
  return {
    title,
    text: [text, ...local.map((add) => add[language])].join('\n'),
    spoken,
    cites: writeCites({ statutes }, cites, language),
    reviewed: step.reviewed !== false && step.reviewed.version >= step.version,
    choices: step.choices.map((choice) => ({
      label: choice[language],
      to: choice.to,
      also: choice.also ?? [],
      ...(choice.notes ? { notes: given(choice.notes) } : {}),
    })),
  }
}

/** Without the keys that stand for nothing. */
const given = <T extends object>(notes: T) =>
  Object.fromEntries(Object.entries(notes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** Leads to a step that is not there, or starts at one. */
function dangling({ flows, archive, province }: Library): string[] {
  const has = (place: { flow: string; step: string }): boolean =>
    flows.some(({ flow, steps }) => flow === place.flow && place.step in steps)
  const strays = [...flows, ...archive].flatMap((flow) => [
    ...(flow.steps[flow.start] ? [] : [`${flow.flow}: there is no first step ${flow.start}`]),
    ...Object.entries(flow.steps).flatMap(([from, { choices }]) =>
      choices
        .map(({ to }) => placeOf(flow.flow, to))
        .filter((to) => !(to.flow === flow.flow ? flow.steps[to.step] : has(to)))
        .map((to) => `${flow.flow}: ${from} leads to ${to.flow}/${to.step}, which is not there`),
    ),
  ])
  const lost = (province?.adds ?? [])
    .filter(({ to }) => !has(placeOf('', to)))
    .map(({ to }) => `province: adds to ${to}, which is not there`)
  return [...strays, ...lost]
}
