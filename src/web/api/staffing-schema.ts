import { z } from '@hono/zod-openapi'

/** How many lawyers each hour of the week needs, as the API describes it. */

const Cell = z.object({
  hourOfWeek: z.number().openapi({ description: '0: Monday from 00:00 to 01:00, the desk’s time' }),
  calls: z.number().openapi({ description: 'Callers expected in this hour' }),
  now: z.number().openapi({ description: 'Lawyers on the coming week’s rota, by phone' }),
  least: z.number().openapi({ description: 'By theory, were no ring ever lost' }),
  needed: z.number().nullable().openapi({ description: 'Null: no number of lawyers does it' }),
})

export const StaffingAnswer = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('too_few'), calls: z.number() }),
    z.object({ state: z.literal('working'), done: z.number().openapi({ description: '0 to 1' }) }),
    z.object({ state: z.literal('failed') }),
    z.object({
      state: z.literal('ready'),
      target: z.object({ share: z.number(), seconds: z.number() }),
      basis: z.object({
        calls: z.number(),
        talk: z.number().openapi({ description: 'Mean, seconds' }),
        patience: z
          .number()
          .nullable()
          .openapi({ description: 'Mean, seconds; null: nobody hung up' }),
        noAnswer: z.number().openapi({ description: 'Share of rings nobody answers' }),
      }),
      cells: z.array(Cell),
    }),
  ])
  .openapi('Staffing')

export type StaffingAnswer = z.infer<typeof StaffingAnswer>
export type Ready = Extract<StaffingAnswer, { state: 'ready' }>
