import { placeOf } from '../../desk/flow.ts'
import type { Library } from '../library.ts'
import { type Check, spots } from './fault.ts'

/** Every step can be reached, and from every step a walk can end. */

const leadsTo = (flow: string, choices: { to: string }[]): string[] =>
  choices.map(({ to }) => {
    const place = placeOf(flow, to)
    return `${place.flow}/${place.step}`
  })

export const reachable: Check = (library) => {
  const all = spots(library)
  const steps = new Map(all.map((spot) => [spot.name, spot]))
  const reached = new Set(
    library.flows.flatMap(({ flow, start, anywhere, steps: own }) =>
      anywhere ? Object.keys(own).map((id) => `${flow}/${id}`) : [`${flow}/${start}`],
    ),
  )
  for (const name of reached) {
    const spot = steps.get(name)
    for (const to of spot ? leadsTo(spot.flow.flow, spot.step.choices) : []) reached.add(to)
  }
  return all
    .filter(({ name }) => !reached.has(name))
    .map(({ name }) => `${name}: nothing leads here`)
}

/** A walk ends at a step that says so, or that leads nowhere: the desk then offers the lawyer and the menu. */
export const endings: Check = (library) => {
  const all = spots(library)
  const ends = new Set(
    all.filter(({ step }) => step.ends || step.choices.length === 0).map(({ name }) => name),
  )
  for (let grew = true; grew; ) {
    const before = ends.size
    for (const { name, flow, step } of all) {
      if (leadsTo(flow.flow, step.choices).some((to) => ends.has(to))) ends.add(name)
    }
    grew = ends.size > before
  }
  return all
    .filter(({ name }) => !ends.has(name))
    .map(({ name }) => `${name}: no way from here ever ends (mark a last step with ends: true)`)
}

/** A step that offers the same place twice, or itself, makes people choose between equals. */
export const distinct: Check = (library) =>
  spots(library).flatMap(({ name, flow, step }) => {
    const to = leadsTo(flow.flow, step.choices)
    const labels = step.choices.flatMap((choice) => [choice['zh-CN'], choice.en])
    const twice = labels.filter((label, index) => labels.indexOf(label) !== index)
    return [
      ...(to.includes(name) ? [`${name}: leads to itself`] : []),
      ...twice.map((label) => `${name}: the choice “${label}” stands twice`),
    ]
  })

export const namedPlaces =
  (places: string[]): Check =>
  (library: Library) => {
    const known = new Set(spots(library).map(({ name }) => name))
    return [...new Set(places)]
      .filter((place) => !known.has(place))
      .map((place) => `${place}: triage sends people here, and there is no such step`)
  }
