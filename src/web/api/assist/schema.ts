import { z } from '@hono/zod-openapi'
import { findings } from '../../../desk/assist/result.ts'

/** What the staff API says of the language model's work. */

export const id = z.object({ id: z.string() })

/** On every generated answer: explicit for people, and for programs (标识办法, Art. 4, 5). */
export const generated = {
  ai: z.literal(true),
  label: z.string().openapi({ description: 'Shown beside every generated sentence' }),
  request: z.string(),
}

export const Step = z
  .object({
    at: z.string(),
    title: z.string(),
    text: z.string(),
    cites: z.array(z.string()),
    reviewed: z.boolean(),
  })
  .openapi('SuggestedStep')

export const ModelRequest = z
  .object({
    id: z.string(),
    purpose: z.string(),
    conversation: z.string(),
    askedBy: z.string().nullable(),
    state: z.string(),
    code: z.string().nullable().openapi({ description: 'Why there was no answer' }),
    findings: z.array(z.string()),
    version: z.number().openapi({ description: 'Of the instructions; 0: nothing was sent' }),
    askedAt: z.string(),
    doneAt: z.string().nullable(),
  })
  .openapi('ModelRequest')

export const Check = z
  .object({
    line: z.string(),
    conversation: z.string().nullable().openapi({ description: 'Null: a line made on paper' }),
    lawyer: z.string(),
    lawyerName: z.string(),
    closedAt: z.string(),
    byRule: z.array(z.enum(findings)),
    byModel: z.array(z.enum(findings)),
  })
  .openapi('LedgerCheck')
