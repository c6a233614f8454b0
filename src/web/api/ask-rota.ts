import { z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import { dayKinds, methods, shiftModes, tiers, weekdays } from '../../desk/desk.ts'
import { FaultError } from '../../desk/fault.ts'
import type { RotaAct, ShiftFields } from '../../desk/rota/act.ts'
import { type Gap, gapsOpened } from '../../desk/rota/gaps.ts'
import { parseLocal } from '../../desk/zone.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'

/** What the routes that change the rota share. */

/** Does it, or raises the fault; answers with the gaps it opened in the next eight weeks. */
export async function askRota(parts: WebParts, { id, role }: Staff, act: RotaAct): Promise<Gap[]> {
  const before = await parts.desk()
  const { fault } = await parts.handle({ type: 'rota.asked', by: { id, role }, act })
  if (fault) throw new FaultError(fault.code, fault)
  return gapsOpened(before, await parts.desk(), parts.now(), parts.now() + LOOK)
}

export const LOOK = 8 * 7 * 86_400_000

export const Id = z.object({ id: z.string() })

export const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)

export const Changed = z.object({
  id: z.string(),
  gaps: z
    .array(
      z.object({
        station: z.string(),
        stationName: z.string(),
        method: z.string(),
        from: z.string(),
        to: z.string(),
      }),
    )
    .openapi({ description: 'Gaps this opened in the next eight weeks' }),
})

export const gapView = (desk: Desk, { station, method, from, to }: Gap) => ({
  station,
  stationName: desk.stations.find((one) => one.id === station)?.name ?? station,
  method,
  from: iso(from),
  to: iso(to),
})

export async function changed(parts: WebParts, id: string, gaps: Gap[]) {
  const desk = await parts.desk()
  return { id, gaps: gaps.map((gap) => gapView(desk, gap)) }
}

/** As in a desk file, but for what only a file needs. */
export const Shift = z.object({
  lawyer: z.string(),
  station: z.string(),
  methods: z.array(z.enum(methods)).min(1),
  tier: z.enum(tiers),
  mode: z.enum(shiftModes),
  days: z.array(z.enum(weekdays)).min(1).nullish(),
  on: z.enum(dayKinds).nullish(),
  from: z.string(),
  to: z.string(),
  since: z.iso.date().nullish(),
  until: z.iso.date().nullish(),
})

type Given = Partial<z.infer<typeof Shift>>

/** Fields left out stay out; `days: null` makes a weekly shift a dated one. */
export function shiftFields({ since, until, ...given }: Given, zone: string): Partial<ShiftFields> {
  const from = since ? parseLocal(zone, `${since}T00:00`) : null
  const to = until ? parseLocal(zone, `${until}T24:00`) : null
  const named = Object.entries(given).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(named.map(([key, value]) => [key, value ?? undefined])),
    ...(from === null ? {} : { since: from }),
    ...(to === null ? {} : { until: to }),
  } as Partial<ShiftFields>
}
