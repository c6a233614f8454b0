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
  })
  const body = (await answer.json()) as {
    people: Person[]
    faults: RowFault[]
    error?: { message: string }
  }
  if (!answer.ok) throw new Error(body.error?.message ?? words.failed)
  return body
}
