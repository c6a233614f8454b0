import { z } from '@hono/zod-openapi'
import { adviceTicks, pleaStances, pleaTicks } from '../../desk/dossier/checklist.ts'
import { services } from '../../desk/dossier/services.ts'
import { stages } from '../../desk/state.ts'

/** A conversation, its log lines and its record, as the API describes them. */

export const Conversation = z
  .object({
    id: z.string(),
    state: z.string(),
    channel: z.string(),
    language: z.string(),
    client: z.string().openapi({ description: 'Pseudonym' }),
    lawyer: z.string().nullable(),
    lawyerName: z.string().nullable(),
    station: z.string().nullable(),
    stage: z.string().nullable(),
    charge: z.string().nullable(),
    outcome: z.string().nullable(),
    wantsAppointment: z.boolean(),
    openedAt: z.string(),
    waitingSince: z.string().nullable(),
    unansweredSince: z.string().nullable(),
    takenAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    promise: z.object({ kind: z.string(), at: z.string() }).nullable(),
    undelivered: z.number(),
    flooded: z.boolean(),
  })
  .openapi('Conversation')

/** What stands beside a conversation. */
export const Beside = z.object({
  stationName: z.string().nullable(),
  urgent: z.boolean(),
  intake: z.object({
    role: z.string().optional(),
    matter: z.string().optional(),
    stage: z.string().optional(),
    measure: z.string().optional(),
    defender: z.string().optional(),
  }),
  flags: z.array(z.string()),
  colleague: z
    .object({
      lawyer: z.string(),
      name: z.string(),
      askedAt: z.string(),
      joinedAt: z.string().nullable().openapi({ description: 'Null: has not answered yet' }),
    })
    .nullable()
    .openapi({ description: 'A second lawyer in it' }),
  earlier: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      channel: z.string(),
      lawyerName: z.string().nullable(),
      outcome: z.string().nullable(),
      stage: z.string().nullable(),
      own: z.boolean(),
    }),
  ),
  deliveries: z.record(z.string(), z.string()).openapi({
    description: 'By line number: due, sent or failed; absent where the page fetches it',
  }),
})

export const Entry = z
  .looseObject({
    seq: z.number(),
    type: z.string(),
    at: z.string(),
    actor: z.string(),
    by: z.string().optional(),
    text: z.string().optional(),
  })
  .openapi('Entry')

const reasons = Object.fromEntries(
  [...adviceTicks, ...pleaTicks].map((tick) => [tick, z.string().max(500).optional()]),
)

/** Art. 7: what advice must contain, ticked. Whoever keeps it cannot close before it is whole. */
export const Checks = z
  .object({
    plea: z.enum(pleaStances),
    ticks: z.array(z.enum([...adviceTicks, ...pleaTicks])),
    notApplicable: z.object(reasons).default({}),
    services: z.array(z.enum(services)).default([]),
  })
  .openapi('Checklist')

export const ConsultationRecord = z
  .object({
    charge: z.string(),
    question: z.string(),
    answer: z.string(),
    stage: z.enum(stages).nullable(),
    checks: Checks.optional(),
  })
  .openapi('ConsultationRecord')
