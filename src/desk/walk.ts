import { type Content, type Flow, flowOf, type Place, placeOf, type Step, stepOf } from './flow.ts'
import type { Conversation } from './state.ts'
import { normal } from './words.ts'

/** Walking through flows: where somebody stands, what an answer means there, and where it leads. Changes nothing itself. */

export const PLEA = 'plea-process'

/** How far back `back` can lead. */
const TRAIL = 30

export type Walker = Pick<Conversation, 'language' | 'position' | 'walk' | 'intake'>

/** What a walker becomes by a move. */
export type Moved = Pick<Conversation, 'position' | 'walk' | 'intake'>

export interface Standing extends Place {
  in: Flow
  at: Step
}

export const nameOf = ({ flow, step }: Place): string => `${flow}/${step}`

/** Where this place is for them: in the version of the flow they began with. */
export function standing(content: Content, walker: Walker, place: Place): Standing | null {
  const { language, walk } = walker
  const flow = flowOf(content, place.flow, language, walk.versions[place.flow])
  if (!flow) return null
  const { id, step } = stepOf(flow, place.step)
  return { flow: flow.id, step: id, in: flow, at: step }
}

export const standsAt = (content: Content, walker: Walker): Standing | null =>
  walker.position && standing(content, walker, walker.position)

/** Null where there is no such place. `notes` are what the choice that led there tells about them. */
export function enter(
  content: Content,
  walker: Walker,
  place: Place,
  notes: Walker['intake'] = {},
): Moved | null {
  const there = standing(content, walker, place)
  if (!there) return null
  const { walk, position, intake } = walker
  const name = nameOf(there)
  const before = position === null ? null : nameOf(position)
  return {
    position: { flow: there.flow, step: there.step },
    intake: { ...intake, ...notes },
    walk: {
      ...walk,
      seen: walk.seen.includes(name) ? walk.seen : [...walk.seen, name],
      trail:
        before === null || before === name ? walk.trail : [...walk.trail, before].slice(-TRAIL),
      versions: { ...walk.versions, [there.flow]: walk.versions[there.flow] ?? there.in.version },
    },
  }
}

/** One step back the way they came; null where they came from nowhere. */
export function goBack(content: Content, walker: Walker): Moved | null {
  const last = walker.walk.trail.at(-1)
  if (last === undefined) return null
  const moved = enter(content, walker, placeOf('', last))
  return moved && { ...moved, walk: { ...moved.walk, trail: walker.walk.trail.slice(0, -1) } }
}

/** To the beginning of the flow they are in. */
export function startOver(content: Content, walker: Walker): Moved | null {
  const here = standsAt(content, walker)
  return here && enter(content, walker, { flow: here.flow, step: here.in.start })
}

/** The choice whose label or synonym the words are; null: none. */
export function called({ choices }: Step, words: string): number | null {
  const said = normal(words)
  const index = choices.findIndex((choice) => namesOf(choice).includes(said))
  return said === '' || index < 0 ? null : index
}

/** Longer words are a story to be heard, not the name of a choice. */
const SHORT = 8

/** The one choice whose name occurs in a short phrase; null: none, or several. */
export function meant({ choices }: Step, words: string): number | null {
  const said = normal(words)
  if (said.length > (/^[\x20-\x7e]*$/.test(said) ? SHORT * 3 : SHORT)) return null
  const within = choices.flatMap((choice, index) =>
    namesOf(choice).some((name) => name.length > 1 && said.includes(name)) ? [index] : [],
  )
  return within.length === 1 ? (within[0] ?? null) : null
}

const namesOf = ({ label, also = [] }: Step['choices'][number]): string[] =>
  [label, ...also].map(normal)

/** Steps of this flow seen so far, and how many it has. */
export function progress({ walk }: Walker, { flow, in: whole }: Standing) {
  const seen = walk.seen.filter((name) => name.startsWith(`${flow}/`)).length
  return { seen, of: Object.keys(whole.steps).length }
}
