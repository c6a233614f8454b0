import { useLocation, useSearch } from 'wouter'
import { fromInput } from '../time.ts'

/** What the list is narrowed to stands in the address: a view is a link, and a saved view is its words. */

export const names = [
  'q',
  'state',
  'lawyer',
  'station',
  'channel',
  'stage',
  'charge',
  'outcome',
  'waitedOver',
  'missed',
  'flagged',
  'from',
  'to',
] as const

export type Filter = Partial<Record<(typeof names)[number], string>>

export function useFilter(): [Filter, (patch: Filter) => void, string] {
  const search = useSearch()
  const [, navigate] = useLocation()
  const given = new URLSearchParams(search)
  const filter: Filter = {}
  for (const name of names) {
    const value = given.get(name)
    if (value) filter[name] = value
  }
  const change = (patch: Filter): void => {
    const next = queryOf({ ...filter, ...patch })
    navigate(next === '' ? '/conversations' : `/conversations?${next}`, { replace: true })
  }
  return [filter, change, queryOf(filter)]
}

export const queryOf = (filter: Filter): string =>
  new URLSearchParams(
    names.flatMap((name) => (filter[name] ? [[name, filter[name]] as [string, string]] : [])),
  ).toString()

/** As the desk is asked: whole days on the desk's own clock, the last one included. */
export function asked({ from, to, q, ...rest }: Filter) {
  return {
    ...rest,
    ...(q && [...q.trim()].length >= 2 ? { q: q.trim() } : {}),
    ...(from ? { from: fromInput(`${from}T00:00`) } : {}),
    ...(to ? { to: new Date(Date.parse(fromInput(`${to}T00:00`)) + DAY).toISOString() } : {}),
  }
}

const DAY = 86_400_000

const LISTED = 'zhiban-listed'

/** The list somebody came from, so that they can go on to the next without going back to it. */
export const keepListed = (ids: string[]): void =>
  sessionStorage.setItem(LISTED, JSON.stringify(ids))

export function beside(id: string): { previous: string | null; next: string | null } {
  const ids = JSON.parse(sessionStorage.getItem(LISTED) ?? '[]') as string[]
  const at = ids.indexOf(id)
  if (at < 0) return { previous: null, next: null }
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null }
}
