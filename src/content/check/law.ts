import { citesOf, readCite } from '../cite.ts'
import type { Statutes } from '../schema.ts'
import { type Check, spots } from './fault.ts'

/** Every legal statement names its article, and the article is in force on the day. */

export const cited: Check = (library) =>
  spots(library)
    .filter(({ step }) => step.kind === 'statement' && citesOf(library, step).length === 0)
    .map(({ name }) => `${name}: a statement without a citation (give it facts or cites)`)

export const factsKnown: Check = (library) =>
  spots(library).flatMap(({ name, step }) =>
    step.facts
      .filter((fact) => !library.facts[fact])
      .map((fact) => `${name}: uses ${fact}, which is not in facts.yaml`),
  )

export const factsUsed: Check = (library) => {
  const used = new Set(spots(library).flatMap(({ step }) => step.facts))
  return Object.keys(library.facts)
    .filter((fact) => !used.has(fact))
    .map((fact) => `facts.yaml: no step tells ${fact}`)
}

/** `day` is YYYY-MM-DD. */
export const inForce: Check = (library, day) => {
  const own = spots(library).flatMap(({ name, step }) =>
    citesOf(library, step).flatMap((cite) => outOfForce(library.statutes, cite, day, name)),
  )
  const old = library.archive
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((flow) =>
      Object.entries(flow.steps).flatMap(([id, step]) =>
        citesOf(library, step)
          .flatMap((cite) =>
            outOfForce(library.statutes, cite, day, `${flow.flow}@${flow.version}/${id}`),
          )
          .map((fault) => `${fault}; withdraw the old version (withdrawn: true)`),
      ),
    )
  const { province } = library
  const statutes = { ...library.statutes, ...province?.statutes }
  const local = (province?.adds ?? []).flatMap(({ to, cites }) =>
    cites.flatMap((cite) => outOfForce(statutes, cite, day, `province, ${to}`)),
  )
  return [...new Set([...own, ...old, ...local])]
}

function outOfForce(statutes: Statutes, cite: string, day: string, name: string): string[] {
  const { statute, articles } = readCite(cite)
  const law = statutes[statute]
  if (!law) return [`${name}: cites ${statute}, which is not in statutes.yaml`]
  const { from, to, articles: last } = law
  if (day < from) return [`${name}: cites ${statute}, in force only from ${from}`]
  if (to !== null && day >= to) return [`${name}: cites ${statute}, no longer in force since ${to}`]
  return articles
    .filter(({ number }) => last !== undefined && number > last)
    .map(({ number }) => `${name}: ${statute} has ${last} articles, there is no ${number}`)
}

/** A local pack speaks for its time alone. */
export const packInForce: Check = ({ province }, day) =>
  province && (day < province.from || (province.to !== null && day >= province.to))
    ? [`province: the pack ${province.province} is for ${province.from} to ${province.to ?? '…'}`]
    : []
