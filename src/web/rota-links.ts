import type { Desk, Lawyer } from '../desk/desk.ts'
import type { Authority } from '../desk/rota/facts.ts'
import type { WebParts } from './parts.ts'

/**
 * Private links to the rota. A token is a keyed hash of whose it is and how often it was made anew: 192 bits that
 * tell nothing, stand in no table, and lead nowhere once renewed.
 */

type Kind = 'authority' | 'lawyer'

export function tokenOf(
  { seal }: Pick<WebParts, 'seal'>,
  kind: Kind,
  { id, link = 0 }: { id: string; link?: number },
): string {
  return seal.lookup(`${kind} link`, `${id}:${link}`)
}

const known = new WeakMap<Desk, Map<string, { authority?: Authority; lawyer?: Lawyer }>>()

function tokens(parts: Pick<WebParts, 'seal'>, desk: Desk) {
  let map = known.get(desk)
  if (!map) {
    map = new Map()
    for (const one of desk.authorities)
      map.set(tokenOf(parts, 'authority', one), { authority: one })
    for (const one of desk.lawyers) map.set(tokenOf(parts, 'lawyer', one), { lawyer: one })
    known.set(desk, map)
  }
  return map
}

export const authorityOf = (
  parts: Pick<WebParts, 'seal'>,
  desk: Desk,
  token: string,
): Authority | null => tokens(parts, desk).get(token)?.authority ?? null

export const lawyerOfLink = (
  parts: Pick<WebParts, 'seal'>,
  desk: Desk,
  token: string,
): Lawyer | null => tokens(parts, desk).get(token)?.lawyer ?? null

export const authorityLink = (parts: WebParts, authority: Authority): string =>
  `${parts.publicUrl}/rota/${tokenOf(parts, 'authority', authority)}`

export const lawyerLink = (parts: WebParts, lawyer: Lawyer): string =>
  `${parts.publicUrl}/calendar/${tokenOf(parts, 'lawyer', lawyer)}.ics`
