import { createHash } from 'node:crypto'
import type { Desk, Lawyer, Shift } from '../desk/desk.ts'
import type { Db } from './engine.ts'
import type { Seal } from './seal.ts'
import { slot, statement } from './statement.ts'

/** The standing facts (stations, register, rota, settings): kept in tables, read once per change. */

interface Contacts {
  phone: string | null
  telegram: number | null
}

const version = statement((db) =>
  db.selectFrom('meta').select('value').where('key', '=', 'desk_version'),
)

/** The facts as last committed; asks the database for their version each time, so another process's change is seen. */
export class Facts {
  readonly #seal: Seal
  #known: { version: string; desk: Desk } | null = null

  constructor(seal: Seal) {
    this.#seal = seal
  }

  /** Null while the database holds no desk yet. */
  async read(tx: Db): Promise<Desk | null> {
    for (;;) {
      const now = (await version(tx))[0]?.value
      if (now === undefined) return null
      if (this.#known?.version === now) return this.#known.desk
      const desk = await readDesk(tx, this.#seal)
      // Another process's change between two of these reads would mix the old with the new.
      if ((await version(tx))[0]?.value === now) this.#known = { version: now, desk }
    }
  }
}

async function readDesk(tx: Db, seal: Seal): Promise<Desk> {
  const settings = await tx
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'desk_settings')
    .executeTakeFirstOrThrow()
  const [stations, lawyers, coordinators, shifts] = [
    await tx.selectFrom('station').selectAll().orderBy('position').execute(),
    await tx.selectFrom('lawyer').selectAll().orderBy('position').execute(),
    await tx.selectFrom('coordinator').selectAll().orderBy('position').execute(),
    await tx.selectFrom('shift').selectAll().orderBy('position').execute(),
  ]
  return {
    ...(JSON.parse(settings.value) as Pick<
      Desk,
      'name' | 'timezone' | 'language' | 'routing' | 'booking'
    >),
    stations: stations.map(({ id, name, phone, address, neighbours }) => ({
      id,
      name,
      phone,
      address,
      neighbours: neighbours === null ? null : JSON.parse(neighbours),
    })),
    lawyers: lawyers.map(
      (row): Lawyer => ({
        id: row.id,
        name: row.name,
        licence: row.licence,
        firm: row.firm,
        ...(JSON.parse(seal.openText(null, row.contacts, `lawyer ${row.id}`)) as Contacts),
        languages: JSON.parse(row.languages),
        trained: row.trained,
        status: row.status as Lawyer['status'],
        limit: row.limit_open,
      }),
    ),
    coordinators: coordinators.map(({ id, name }) => ({ id, name })),
    shifts: shifts.map((row) => {
      const base = {
        id: row.id,
        lawyer: row.lawyer,
        station: row.station,
        methods: JSON.parse(row.methods),
        tier: row.tier,
        mode: row.mode,
        from: row.starts,
        to: row.ends,
      }
      return (row.days === null ? base : { ...base, days: JSON.parse(row.days) }) as Shift
    }),
  }
}

/** Makes the tables say what `desk` says. Returns false, and writes nothing, where they do already. */
export async function writeDesk(tx: Db, seal: Seal, desk: Desk): Promise<boolean> {
  const known = await new Facts(seal).read(tx)
  const wanted = merged(known, desk)
  if (known && canonical(known) === canonical(wanted)) return false
  for (const table of ['station', 'lawyer', 'coordinator', 'shift'] as const) {
    await tx.deleteFrom(table).execute()
  }
  const { name, timezone, language, routing, booking } = wanted
  await setMeta(tx, 'desk_settings', JSON.stringify({ name, timezone, language, routing, booking }))
  await setMeta(tx, 'desk_version', versionOf(wanted))
  await insertAll(tx, seal, wanted)
  return true
}

/** People and stations a new file leaves out stay known: the ledger names them. Shifts are the file's alone. */
function merged(known: Desk | null, desk: Desk): Desk {
  const left = <T extends { id: string }>(before: T[] | undefined, now: T[]): T[] => [
    ...now,
    ...(before ?? []).filter((old) => !now.some(({ id }) => id === old.id)),
  ]
  return {
    name: desk.name,
    timezone: desk.timezone,
    language: desk.language,
    routing: desk.routing,
    booking: desk.booking,
    stations: left(known?.stations, desk.stations),
    lawyers: left(known?.lawyers, desk.lawyers),
    coordinators: left(known?.coordinators, desk.coordinators),
    shifts: desk.shifts,
  }
}

const versionOf = (desk: Desk): string =>
  createHash('sha256').update(canonical(desk)).digest('base64url')

/** The same facts give the same text, whatever order their fields were written in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

async function insertAll(tx: Db, seal: Seal, desk: Desk): Promise<void> {
  for (const [position, row] of desk.stations.entries()) {
    await tx
      .insertInto('station')
      .values({
        ...row,
        neighbours: row.neighbours && JSON.stringify(row.neighbours),
        position,
      })
      .execute()
  }
  for (const [position, row] of desk.lawyers.entries()) {
    const contacts: Contacts = { phone: row.phone, telegram: row.telegram }
    await tx
      .insertInto('lawyer')
      .values({
        id: row.id,
        name: row.name,
        licence: row.licence,
        firm: row.firm,
        contacts: seal.sealText(null, JSON.stringify(contacts), `lawyer ${row.id}`),
        languages: JSON.stringify(row.languages),
        trained: row.trained,
        status: row.status,
        limit_open: row.limit,
        position,
      })
      .execute()
  }
  for (const [position, row] of desk.coordinators.entries()) {
    await tx
      .insertInto('coordinator')
      .values({ ...row, position })
      .execute()
  }
  for (const [position, row] of desk.shifts.entries()) {
    await tx
      .insertInto('shift')
      .values({
        id: row.id,
        lawyer: row.lawyer,
        station: row.station,
        methods: JSON.stringify(row.methods),
        tier: row.tier,
        mode: row.mode,
        days: row.days ? JSON.stringify(row.days) : null,
        starts: row.from,
        ends: row.to,
        position,
      })
      .execute()
  }
}

export async function setMeta(tx: Db, key: string, value: string): Promise<void> {
  await tx
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

const metaValue = statement((db) =>
  db.selectFrom('meta').select('value').where('key', '=', slot<string>(0)),
)
export const getMeta = async (tx: Db, key: string): Promise<string | null> =>
  (await metaValue(tx, key))[0]?.value ?? null
