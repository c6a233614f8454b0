import { createHash } from 'node:crypto'
import type { Desk } from '../desk/desk.ts'
import { type Calendar, noCalendar } from '../desk/rota/calendar.ts'
import type { Db } from './engine.ts'
import {
  insertRota,
  lawyerOf,
  lawyerRow,
  REVISION,
  readRota,
  ruleKinds,
  type Sealer,
  shiftOf,
  shiftRow,
} from './rota.ts'
import { learnKeys } from './rotation.ts'
import type { Seal } from './seal.ts'
import { slot, statement } from './statement.ts'

/** The standing facts (stations, register, rota, settings): kept in tables, read once per change. */

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
      await learnKeys(tx, this.#seal)
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
    ...settingsOf(settings.value),
    ...(await readRota(tx)),
    stations: stations.map(({ id, name, phone, address, neighbours }) => ({
      id,
      name,
      phone,
      address,
      neighbours: neighbours === null ? null : JSON.parse(neighbours),
    })),
    lawyers: lawyers.map((row) => lawyerOf(row, seal)),
    coordinators: coordinators.map(({ id, name }) => ({ id, name })),
    shifts: shifts.map(shiftOf),
  }
}

/** Makes the tables say what `desk` says. Returns false, and writes nothing, where they do already. */
export async function writeDesk(tx: Db, seal: Seal, desk: Desk): Promise<boolean> {
  const known = await new Facts(seal).read(tx)
  if (known && canonical(known) === canonical(desk)) return false
  for (const table of ['station', 'lawyer', 'coordinator', 'shift', 'rota_fact'] as const) {
    await tx.deleteFrom(table).execute()
  }
  const { name, timezone, language, routing, booking, calendar, retention } = desk
  const settings: Settings = {
    name,
    timezone,
    language,
    routing,
    booking,
    calendar,
    ...(retention ? { retention } : {}),
  }
  await setMeta(tx, 'desk_settings', JSON.stringify(settings))
  const revision = (known?.revision ?? 0) + 1
  const hash = createHash('sha256').update(canonical(desk)).digest('base64url')
  await setMeta(tx, 'desk_version', `${hash}.${revision}`)
  await setMeta(tx, REVISION, String(revision))
  await insertAll(tx, seal, desk)
  return true
}

/** A desk imported before there was a calendar has none until the next start. */
function settingsOf(text: string): Settings {
  const settings = JSON.parse(text) as Omit<Settings, 'calendar'> & { calendar?: Calendar }
  return { ...settings, calendar: settings.calendar ?? noCalendar }
}

/** Takes up newer holiday data that came with the software. Returns false where they are known already. */
export async function keepCalendar(tx: Db, calendar: Calendar): Promise<boolean> {
  const value = await getMeta(tx, 'desk_settings')
  if (value === null) return false
  const settings = settingsOf(value)
  if (settings.calendar.version === calendar.version) return false
  await setMeta(tx, 'desk_settings', JSON.stringify({ ...settings, calendar }))
  await setMeta(tx, 'desk_version', `${calendar.version} ${await getMeta(tx, 'desk_version')}`)
  return true
}

type Settings = Pick<
  Desk,
  'name' | 'timezone' | 'language' | 'routing' | 'booking' | 'calendar' | 'retention'
>

/** The same facts give the same text, whatever order their fields, and the rota's rules, were written in. */
function canonical(desk: Desk): string {
  const rules = Object.fromEntries(
    ruleKinds.map((kind) => [kind, (desk[kind] as { id: string }[]).toSorted(byId)]),
  )
  return JSON.stringify({ ...desk, ...rules, revision: 0 }, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

const sealer =
  (seal: Seal): Sealer =>
  (text, row) =>
    seal.sealText(null, text, row)

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
    await tx
      .insertInto('lawyer')
      .values({ ...lawyerRow(row, sealer(seal)), position })
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
      .values({ ...shiftRow(row), position })
      .execute()
  }
  await insertRota(tx, desk)
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
