import { createRoute, z } from '@hono/zod-openapi'
import { methods, shiftModes, tiers } from '../../desk/desk.ts'
import { FaultError } from '../../desk/fault.ts'
import { stintsBetween } from '../../desk/rota/index-of.ts'
import type { Stint } from '../../desk/rota/stint.ts'
import { lawyersOf } from '../../desk/rota.ts'
import { iso } from '../../store/read/entry.ts'
import type { WebParts } from '../parts.ts'
import { instant, json, mayFail, require, staffApp } from './staff-app.ts'

const Window = z.object({
  shift: z.string(),
  lawyer: z.string(),
  lawyerName: z.string(),
  station: z.string(),
  methods: z.array(z.enum(methods)),
  tier: z.enum(tiers),
  mode: z.enum(shiftModes),
  from: z.string(),
  to: z.string(),
  /** Whose it is by the rule, where somebody stands in. */
  instead: z.string().nullable(),
  /** How: override or swap. */
  how: z.enum(['override', 'swap']).nullable(),
})

const route = createRoute({
  method: 'get',
  path: '/rota',
  summary: 'Who serves between two instants, cover, swaps and leave worked in',
  request: { query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: {
    200: json(
      z.object({
        stations: z.array(z.object({ id: z.string(), name: z.string() })),
        items: z.array(Window),
        vacant: z.array(
          Window.extend({ lawyer: z.string().nullable(), why: z.string() }).openapi({
            description: 'Places the rules made and nobody fills',
          }),
        ),
      }),
      'Windows of duty',
    ),
    ...mayFail(400, 401),
  },
})

const WEEK = 7 * 86_400_000
const LONGEST = 370 * 86_400_000

export function rota(parts: WebParts) {
  const { now } = parts
  return staffApp().openapi(route, async (c) => {
    require(c.get('staff'), 'rota.see')
    const { from = now(), to = from + WEEK } = c.req.valid('query')
    if (to <= from || to - from > LONGEST) throw new FaultError('malformed', { fields: ['to'] })
    const desk = await parts.desk()
    const lawyers = lawyersOf(desk)
    const view = ({ place, window, lawyer, cover }: Stint) => ({
      shift: place.rule.id,
      lawyer: lawyer ?? '',
      lawyerName: lawyers.get(lawyer ?? '')?.name ?? lawyer ?? '',
      station: place.rule.station,
      methods: place.rule.methods,
      tier: place.rule.tier,
      mode: place.rule.mode,
      from: iso(window.from),
      to: iso(window.to),
      instead: cover && place.rule.lawyer !== lawyer ? place.rule.lawyer : null,
      how: cover?.kind ?? null,
    })
    const stints = stintsBetween(desk, from, to)
    const items = stints.filter(({ absence }) => absence === null).map(view)
    const vacant = stints.flatMap((stint) =>
      stint.absence ? [{ ...view(stint), lawyer: stint.lawyer, why: codeOf(stint.absence) }] : [],
    )
    const stations = desk.stations.map(({ id, name }) => ({ id, name }))
    return c.json({ stations, items, vacant }, 200)
  })
}

const codeOf = (absence: NonNullable<Stint['absence']>): string =>
  absence.code === 'status' ? absence.status : absence.code
