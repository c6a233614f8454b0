import { createHash } from 'node:crypto'
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Role } from '../desk/access.ts'
import {
  type Desk,
  defaultBooking,
  defaultRouting,
  languages,
  lawyerStatuses,
  methods,
  type Shift,
  shiftModes,
  tiers,
  weekdays,
} from '../desk/desk.ts'
import { parseClock, parseLocal } from '../desk/zone.ts'

/** Reads a desk file; every fault is named with its line, and a file with faults is no desk. */

export interface DeskFile {
  desk: Desk
  logins: { staff: string; name: string; role: Role; username: string; password: string }[]
}

export interface FileFault {
  line: number
  message: string
}

export class DeskFileError extends Error {
  readonly faults: FileFault[]
  constructor(faults: FileFault[]) {
    super(faults.map(({ line, message }) => `line ${line}: ${message}`).join('\n'))
    this.faults = faults
  }
}

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, _ . - alone')
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number such as +862712345678')
const date = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
)
const seconds = z.number().int().min(1)
const login = z.strictObject({
  username: z.string().regex(/^\S{1,64}$/, 'no spaces, at most 64 characters'),
  password: z.string().min(1).max(128),
})

const shift = z.strictObject({
  lawyer: id,
  station: id,
  methods: z.array(z.enum(methods)).min(1),
  tier: z.enum(tiers),
  mode: z.enum(shiftModes),
  days: z.array(z.enum(weekdays)).min(1).optional(),
  from: z.string(),
  to: z.string(),
})

const schema = z.strictObject({
  desk: z.strictObject({
    name: z.string().min(1),
    timezone: z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai'),
    language: z.enum(languages).default('zh-CN'),
  }),
  stations: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1),
        phone: phone.nullish(),
        address: z.string().nullish(),
        neighbours: z.array(id).nullish(),
      }),
    )
    .min(1),
  lawyers: z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      licence: z.string().min(1),
      firm: z.string().min(1),
      phone: phone.nullish(),
      telegram: z.number().int().nullish(),
      languages: z.array(z.string().min(2)).min(1).default(['zh-CN']),
      trained: date.nullish(),
      status: z.enum(lawyerStatuses),
      limit: z.number().int().min(1).max(50).default(3),
      login: login.optional(),
    }),
  ),
  coordinators: z.array(z.strictObject({ id, name: z.string().min(1), login: login.optional() })),
  shifts: z.array(shift).default([]),
  routing: z
    .strictObject({
      ringSeconds: seconds,
      staggerSeconds: z.number().int().min(0),
      offerSeconds: seconds,
      rounds: z.number().int().min(1).max(10),
      wrapUpSeconds: z.number().int().min(0),
      absentSeconds: seconds,
      callbackMinutes: z.number().int().min(1),
      drill: z.boolean(),
    })
    .partial()
    .default({}),
  booking: z
    .strictObject({
      slotMinutes: seconds,
      noticeMinutes: z.number().int().min(0),
      horizonDays: seconds,
      reminderMinutes: z.array(seconds),
    })
    .partial()
    .default({}),
})

type File = z.infer<typeof schema>

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

export function readDeskFile(text: string): DeskFile {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const lineAt = (path: PropertyKey[]): number =>
    counter.linePos(offsetOf(document.contents, path)).line
  if (document.errors.length > 0) {
    throw new DeskFileError(
      document.errors.map(({ pos, code }) => ({
        line: counter.linePos(pos[0]).line,
        message: code,
      })),
    )
  }
  const read = schema.safeParse(document.toJS())
  if (!read.success) {
    throw new DeskFileError(
      read.error.issues.map(({ path, message }) => ({
        line: lineAt(path),
        message: `${path.join('.')}: ${message}`,
      })),
    )
  }
  const faults = meaningless(read.data).map(({ path, message }) => ({
    line: lineAt(path),
    message,
  }))
  if (faults.length > 0) throw new DeskFileError(faults)
  return toDesk(read.data)
}

/** The nearest node there is to where a value stands, or should. */
function offsetOf(node: unknown, path: PropertyKey[]): number {
  let found = node as Node | null
  for (const key of path) {
    const next = isMap(found) || isSeq(found) ? found.get(key, true) : undefined
    if (!next || typeof next !== 'object') break
    found = next as Node
  }
  return found?.range?.[0] ?? 0
}

interface Fault {
  path: PropertyKey[]
  message: string
}

/** What every single field allows and the whole does not. */
function meaningless(file: File): Fault[] {
  const faults: Fault[] = []
  const say = (path: PropertyKey[], message: string): void => void faults.push({ path, message })
  const seen = new Map<string, string>()
  const once = (
    kind: string,
    value: string | number | null | undefined,
    path: PropertyKey[],
  ): void => {
    if (value === null || value === undefined) return
    const key = `${kind} ${String(value).toLowerCase()}`
    if (seen.has(key)) say(path, `${kind} ${value} is used twice`)
    seen.set(key, key)
  }
  file.stations.forEach((station, i) => {
    once('station', station.id, ['stations', i, 'id'])
  })
  file.lawyers.forEach((lawyer, i) => {
    once('person', lawyer.id, ['lawyers', i, 'id'])
    once('licence', lawyer.licence, ['lawyers', i, 'licence'])
    once('telegram', lawyer.telegram, ['lawyers', i, 'telegram'])
    once('username', lawyer.login?.username, ['lawyers', i, 'login'])
  })
  file.coordinators.forEach((person, i) => {
    once('person', person.id, ['coordinators', i, 'id'])
    once('username', person.login?.username, ['coordinators', i, 'login'])
  })
  const stations = new Set(file.stations.map((s) => s.id))
  const lawyers = new Set(file.lawyers.map((l) => l.id))
  file.stations.forEach(({ neighbours }, i) => {
    for (const other of neighbours ?? []) {
      if (!stations.has(other)) say(['stations', i, 'neighbours'], `no station has the id ${other}`)
    }
  })
  file.shifts.forEach((one, i) => {
    if (!lawyers.has(one.lawyer)) say(['shifts', i, 'lawyer'], `no lawyer has the id ${one.lawyer}`)
    if (!stations.has(one.station))
      say(['shifts', i, 'station'], `no station has the id ${one.station}`)
    const wrong = wrongTimes(one, file.desk.timezone)
    if (wrong) say(['shifts', i, wrong.field], wrong.message)
  })
  return faults
}

export function wrongTimes(
  { days, from, to }: { days?: string[] | undefined; from: string; to: string },
  zone: string,
): { field: 'from' | 'to'; message: string } | null {
  const parse = days ? parseClock : (text: string) => parseLocal(zone, text)
  const form = days ? 'HH:MM' : 'YYYY-MM-DDTHH:MM'
  const [start, end] = [parse(from), parse(to)]
  if (start === null) return { field: 'from', message: `from: ${form} is needed` }
  if (end === null) return { field: 'to', message: `to: ${form} is needed` }
  if (days ? start === end : start >= end) return { field: 'to', message: 'to: must be after from' }
  return null
}

function toDesk(file: File): DeskFile {
  const { desk, stations, lawyers, coordinators, shifts } = file
  return {
    desk: {
      ...desk,
      stations: stations.map(({ id, name, phone = null, address = null, neighbours = null }) => ({
        id,
        name,
        phone,
        address,
        neighbours,
      })),
      lawyers: lawyers.map(
        ({ login: _, phone = null, telegram = null, trained = null, ...rest }) => ({
          ...rest,
          phone,
          telegram,
          trained,
        }),
      ),
      coordinators: coordinators.map(({ id, name }) => ({ id, name })),
      shifts: withIds(shifts),
      routing: { ...defaultRouting, ...file.routing },
      booking: { ...defaultBooking, ...file.booking },
    },
    logins: [
      ...lawyers.map((person) => ({ ...person, role: 'lawyer' as const })),
      ...coordinators.map((person) => ({ ...person, role: 'coordinator' as const })),
    ].flatMap(({ id, name, role, login }) => (login ? [{ staff: id, name, role, ...login }] : [])),
  }
}

/** A shift's id is what it says, so that the same file gives the same ids; the second of two alike gets a number. */
function withIds(shifts: File['shifts']): Shift[] {
  const used = new Map<string, number>()
  return shifts.map(({ days, ...rest }) => {
    const whole = days ? { ...rest, days } : rest
    const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex').slice(0, 12)
    const count = used.get(hash) ?? 0
    used.set(hash, count + 1)
    return { id: count === 0 ? `s-${hash}` : `s-${hash}-${count + 1}`, ...whole } as Shift
  })
}
