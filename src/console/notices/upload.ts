import type { api } from '../api.ts'
import { words } from '../words/index.ts'

type Asked = Parameters<(typeof api.notices)['$post']>[0]['json']
export type Person = { name: string; charge: string; stage: Stage }
export type Stage = Asked['people'][number]['stage']

export interface RowFault {
  row: number
  column: string
  why: string
}

/** The table goes to the server as it is; nothing is kept of it there. */
export async function readPeople(
  file: File,
  stage: Stage,
): Promise<{ people: Person[]; faults: RowFault[] }> {
  const answer = await fetch(`/api/notices/people?stage=${stage}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => null)
  const body = (await answer?.json().catch(() => null)) as {
    people: Person[]
    faults: RowFault[]
    error?: { message: string }
  } | null
  // A browser's own words for it are English.
  if (!answer?.ok || !body) throw new Error(body?.error?.message ?? words.failed)
  return body
}
