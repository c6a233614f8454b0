import type { Material } from '../assist/material.ts'
import type { ModelRequest } from '../desk/assist/request.ts'
import type { Desk } from '../desk/desk.ts'
import { type Content, flowOf, placeOf } from '../desk/flow.ts'
import type { RawMaterial } from '../store/read/material.ts'

/** What the store opened, put together for one request. */

const MOST_STEPS = 4

export async function materialFor(
  desk: Desk,
  content: Content,
  request: ModelRequest,
  raw: RawMaterial,
): Promise<Material> {
  const { purpose, wordsBy, to } = request
  const { words, talk, record, outcome, seen, language } = raw
  // A lawyer reads and writes in the desk's language; a client reads in their own.
  const own = purpose === 'triage' || purpose === 'find-step' ? language : desk.language
  const { nearest } = await import('../assist/nearest.ts')
  const steps = purpose === 'suggest-reply' ? nearest(words, content, own, MOST_STEPS) : []
  return {
    purpose,
    language: own,
    names: [...desk.lawyers, ...desk.coordinators].map(({ name }) => name),
    words,
    by: wordsBy,
    talk,
    read: seen
      .filter((name) => !/^(intake|redirects)\//.test(name))
      .flatMap((name) => titleOf(content, own, name) ?? []),
    steps,
    record,
    outcome,
    to,
  }
}

function titleOf(content: Content, language: Material['language'], name: string): string | null {
  const place = placeOf('', name)
  return flowOf(content, place.flow, language)?.steps[place.step]?.title ?? null
}
