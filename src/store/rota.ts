import type { Desk, Lawyer, Shift } from '../desk/desk.ts'
import type { Change } from '../desk/rota/change.ts'
import type { Publication, RotaFacts } from '../desk/rota/facts.ts'
import type { Db } from './engine.ts'
import type { Schema } from './schema.ts'
import type { Seal } from './seal.ts'
import { upsert } from './statement.ts'

/** The register and the rota as rows. */

interface Contacts {
  phone: string | null
  telegram: number | null
}

export function lawyerOf(row: Schema['lawyer'], seal: Seal): Lawyer {
  return {
    id: row.id,
    name: row.name,
    licence: row.licence,
    firm: row.firm,
    ...(JSON.parse(seal.openText(null, row.contacts, `lawyer ${row.id}`)) as Contacts),
    languages: JSON.parse(row.languages),
    trained: row.trained,
    status: row.status as Lawyer['status'],
    limit: row.limit_open,
    ...(row.details === null ? {} : (JSON.parse(row.details) as Partial<Lawyer>)),
  }
}

/** Seals contacts under the desk's own key; the row they belong to is bound in. */
export type Sealer = (text: string, row: string) => Uint8Array

export function lawyerRow(lawyer: Lawyer, sealed: Sealer): Omit<Schema['lawyer'], 'position'> {
  const { id, name, licence, firm, phone, telegram, languages, trained, status, limit, ...rest } =
    lawyer
  const contacts: Contacts = { phone, telegram }
  const details = JSON.stringify(rest)
  return {
    id,
    name,
    licence,
    firm,
    contacts: sealed(JSON.stringify(contacts), `lawyer ${id}`),
    languages: JSON.stringify(languages),
    trained,
    status,
    limit_open: limit,
    details: details === '{}' ? null : details,
  }
}

export function shiftOf(row: Schema['shift']): Shift {
  return {
    id: row.id,
    lawyer: row.lawyer,
    station: row.station,
    methods: JSON.parse(row.methods),
    tier: row.tier,
    mode: row.mode,
    from: row.starts,
    to: row.ends,
    ...(row.days === null ? {} : { days: JSON.parse(row.days) }),
    ...(row.on_days === null ? {} : { on: row.on_days }),
    ...(row.since === null ? {} : { since: Number(row.since) }),
    ...(row.until === null ? {} : { until: Number(row.until) }),
  } as Shift
}

export function shiftRow(shift: Shift): Omit<Schema['shift'], 'position'> {
  return {
    id: shift.id,
    lawyer: shift.lawyer,
    station: shift.station,
    methods: JSON.stringify(shift.methods),
    tier: shift.tier,
    mode: shift.mode,
    days: shift.days ? JSON.stringify(shift.days) : null,
    starts: shift.from,
    ends: shift.to,
    on_days: (shift.days && shift.on) ?? null,
    since: shift.since ?? null,
    until: shift.until ?? null,
  }
}

/** Kept whole, in the order of their ids. */
export const ruleKinds = [
  'rotations',
  'leave',
  'overrides',
  'swaps',
  'asks',
  'hours',
  'authorities',
] as const

/** Counts the changes of the standing facts; calendars number their versions by it. */
export const REVISION = 'desk_revision'

export async function readRota(tx: Db): Promise<Omit<RotaFacts, 'calendar'>> {
  const rows = await tx.selectFrom('rota_fact').selectAll().orderBy('id').execute()
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).map(({ data }) => JSON.parse(data))
  const last = await tx
    .selectFrom('publication')
    .select('data')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const revision = await tx
    .selectFrom('meta')
    .select('value')
    .where('key', '=', REVISION)
    .executeTakeFirst()
  return {
    rotations: of('rotations'),
    leave: of('leave'),
    overrides: of('overrides'),
    swaps: of('swaps'),
    asks: of('asks'),
    hours: of('hours'),
    authorities: of('authorities'),
    publication: last ? (JSON.parse(last.data) as Publication) : null,
    revision: Number(revision?.value ?? 0),
  }
}

const saveFact = upsert('rota_fact', ['key', 'kind', 'id', 'data'], 'key')

const putFact = (tx: Db, kind: string, row: { id: string }): Promise<void> =>
  saveFact(tx, [`${kind}:${row.id}`, kind, row.id, JSON.stringify(row)])

export async function insertRota(tx: Db, desk: Desk): Promise<void> {
  for (const kind of ruleKinds) for (const row of desk[kind]) await putFact(tx, kind, row)
}

/** One standing fact changed, and the version of the whole with it, so that every process reads it anew. */
export async function saveChange(
  tx: Db,
  sealed: Sealer,
  change: Change,
  version: string,
): Promise<void> {
  await put(tx, sealed, change)
  const meta = await tx
    .selectFrom('meta')
    .selectAll()
    .where('key', '=', REVISION)
    .executeTakeFirst()
  for (const [key, value] of [
    ['desk_version', version],
    [REVISION, String(Number(meta?.value ?? 0) + 1)],
  ] as const) {
    await tx
      .insertInto('meta')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  }
}

async function put(tx: Db, sealed: Sealer, change: Change): Promise<void> {
  switch (change.what) {
    case 'lawyers':
      return putRow(tx, 'lawyer', lawyerRow(change.row, sealed))
    case 'coordinators':
      return putRow(tx, 'coordinator', change.row)
    case 'shifts':
      if (change.row) return putRow(tx, 'shift', shiftRow(change.row))
      await tx.deleteFrom('shift').where('id', '=', change.id).execute()
      return
    case 'publication': {
      const { version, id } = change.row
      const data = JSON.stringify(change.row)
      await tx.insertInto('publication').values({ version, id, data }).execute()
      return
    }
    case 'settings': {
      const meta = await tx
        .selectFrom('meta')
        .select('value')
        .where('key', '=', 'desk_settings')
        .executeTakeFirstOrThrow()
      const value = JSON.stringify({ ...JSON.parse(meta.value), ...change.row })
      await tx.updateTable('meta').set({ value }).where('key', '=', 'desk_settings').execute()
      return
    }
    default:
      if (change.row) return putFact(tx, change.what, change.row)
      await tx.deleteFrom('rota_fact').where('key', '=', `${change.what}:${change.id}`).execute()
  }
}

/** A new row comes last; a known one keeps its place. */
async function putRow<T extends 'lawyer' | 'coordinator' | 'shift'>(
  tx: Db,
  table: T,
  row: Omit<Schema[T], 'position'> & { id: string },
): Promise<void> {
  const last = await tx
    .selectFrom(table as 'shift')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst()
  const position = Number(last?.position ?? -1) + 1
  await tx
    .insertInto(table as 'shift')
    .values({ ...row, position } as never)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row as never))
    .execute()
}
