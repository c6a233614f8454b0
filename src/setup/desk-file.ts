import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Role } from '../desk/access.ts'
import {
  type Desk,
  defaultBooking,
  defaultRouting,
  languages,
  lawyerStatuses,
} from '../desk/desk.ts'
import type { Retention } from '../desk/retention.ts'
import { emptyRota } from '../desk/rota/facts.ts'
import { chineseCalendar } from './calendar.ts'
import { clock, date, id, meaninglessRota, rotaSchema, toRota } from './rota-file.ts'

/** Reads a desk file; every fault is named with its line, and a file with faults is no desk. */

export interface DeskFile {
  desk: Desk
  /** Why a lawyer has the status they have, by the lawyer's id. */
  reasons: Record<string, string>
  logins: Login[]
}

export interface Login {
  staff: string
  name: string
  role: Role
  username: string
  /** One of the two: a first password, or its hash as `npm run desk -- hash-password` prints it. */
  password?: string | undefined
  passwordHash?: string | undefined
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

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a number such as +862712345678')
const seconds = z.number().int().min(1)
const login = z
  .strictObject({
    username: z.string().regex(/^\S{1,64}$/, 'no spaces, at most 64 characters'),
    password: z.string().min(1).max(128).optional(),
    passwordHash: z
      .string()
      .regex(/^[\da-f]{32}:[\da-f]{128}$/, 'as npm run desk -- hash-password prints it')
      .optional(),
  })
  .refine(
    ({ password, passwordHash }) => (password === undefined) !== (passwordHash === undefined),
    'either password or passwordHash',
  )

const kind = z
  .strictObject({ slotMinutes: seconds, bufferMinutes: z.number().int().min(0) })
  .partial()

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
      statusReason: z.string().min(1).max(500).optional(),
      limit: z.number().int().min(1).max(50).default(3),
      years: z.number().int().min(0).max(80).nullish(),
      areas: z.array(z.string().min(1)).optional(),
      dialects: z.array(z.string().min(1)).optional(),
      login: login.optional(),
    }),
  ),
  coordinators: z.array(z.strictObject({ id, name: z.string().min(1), login: login.optional() })),
  ...rotaSchema,
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
      reminderMinutes: z.array(seconds).max(10),
      bufferMinutes: z.number().int().min(0),
      lunch: z.strictObject({ from: clock, to: clock }).nullable(),
      kinds: z.strictObject({ phone: kind, online: kind, onsite: kind }).partial(),
    })
    .partial()
    .default({}),
  /** In days; null keeps it. */
  retention: z
    .strictObject({
      talk: seconds.nullable(),
      address: seconds.nullable(),
      trace: seconds.nullable(),
      consultation: seconds.nullable(),
    })
    .partial()
    .optional(),
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
  file.stations.forEach(({ neighbours }, i) => {
    for (const other of neighbours ?? []) {
      if (!stations.has(other)) say(['stations', i, 'neighbours'], `no station has the id ${other}`)
    }
  })
  return [...faults, ...meaninglessRota(file, file.desk.timezone)]
}

function toDesk(file: File): DeskFile {
  const { desk, stations, lawyers, coordinators } = file
  return {
    desk: {
      ...emptyRota,
      calendar: chineseCalendar(),
      ...desk,
      stations: stations.map(({ id, name, phone = null, address = null, neighbours = null }) => ({
        id,
        name,
        phone,
        address,
        neighbours,
      })),
      lawyers: lawyers.map(
        ({
          login: _,
          statusReason: __,
          phone = null,
          telegram = null,
          trained = null,
          years,
          areas,
          dialects,
          ...rest
        }) => ({
          ...rest,
          ...(years == null ? {} : { years }),
          ...(areas ? { areas } : {}),
          ...(dialects ? { dialects } : {}),
          phone,
          telegram,
          trained,
        }),
      ),
      coordinators: coordinators.map(({ id, name }) => ({ id, name })),
      ...toRota(file, desk.timezone),
      routing: { ...defaultRouting, ...file.routing },
      booking: { ...defaultBooking, ...file.booking },
      ...(file.retention ? { retention: file.retention as Partial<Retention> } : {}),
    },
    reasons: Object.fromEntries(
      lawyers.flatMap((l) => (l.statusReason ? [[l.id, l.statusReason]] : [])),
    ),
    logins: [
      ...lawyers.map((person) => ({ ...person, role: 'lawyer' as const })),
      ...coordinators.map((person) => ({ ...person, role: 'coordinator' as const })),
    ].flatMap(({ id, name, role, login }) => (login ? [{ staff: id, name, role, ...login }] : [])),
  }
}
