import { z } from 'zod'
import { stages } from '../desk/state.ts'

/** What the files under flows/ may hold. JSON Schemas for editors are made from these (flows/schema/). */

const id = z.string().regex(/^[a-z][a-z0-9-]{0,28}$/)

/** A step of the same flow, or `flow/step`. */
const target = z.string().regex(/^[a-z][a-z0-9-]{0,28}(\/[a-z][a-z0-9-]{0,28})?$/)

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('YYYY-MM-DD')

const line = z.string().trim().min(1)

const both = <T extends z.ZodType>(part: T) => z.strictObject({ 'zh-CN': part, en: part })

/** `cpl 120.1, 122`: a statute and its articles; after a point the paragraph, after a hyphen the inserted article. */
export const citation = z
  .string()
  .regex(/^[a-z]+( \d+(-\d+)?(\.\d+)?(, \d+(-\d+)?(\.\d+)?)*)?$/)
  .describe('statute and articles: cpl 120.1, 122')

/** CONTRACT: a step is at most 1,200 characters, a spoken chunk under 200. */
const side = z.strictObject({
  title: line.max(40),
  text: line.max(1100).describe('What is read. One sentence a line reads best.'),
  spoken: z
    .array(line.max(199))
    .min(1)
    .max(3)
    .describe('What is heard: shorter, each chunk said in one breath.'),
})

const reviewed = z
  .union([
    z.literal(false),
    z.strictObject({
      by: line.describe('The lawyer’s name and licence number'),
      on: day,
      version: z.int().min(1).describe('The version of the step that was reviewed'),
    }),
  ])
  .describe('false until a lawyer has read this version')

/** What a choice tells the desk about the client (R2.1). */
const notes = z.strictObject({
  role: z.enum(['self', 'relative', 'other', 'victim']).optional(),
  matter: z.enum(['criminal', 'unknown', 'other', 'witness']).optional(),
  stage: z.enum(stages).optional(),
  measure: z.enum(['none', 'bail', 'residential', 'summoned', 'custody']).optional(),
  defender: z.enum(['yes', 'no', 'unknown']).optional(),
})

const choice = z.strictObject({
  to: target,
  'zh-CN': line.max(24),
  en: line.max(48),
  also: z.array(line).optional().describe('Other words that mean this choice, in any language'),
  notes: notes.optional(),
})

const step = z.strictObject({
  version: z.int().min(1).describe('The flow’s version in which this step last changed'),
  reviewed,
  kind: z
    .enum(['statement', 'question', 'help'])
    .default('statement')
    .describe('A statement cites; a question asks; help names a number to ring.'),
  ends: z.boolean().default(false).describe('A walk may end here'),
  facts: z.array(z.string().regex(/^F\d{2}$/)).default([]),
  cites: z.array(citation).default([]).describe('Beyond those of its facts'),
  'zh-CN': side,
  en: side,
  /** Keys 2 to 8 on a phone: 1 is the lawyer, 9 stays free, 0 repeats, * goes back. */
  choices: z.array(choice).max(7),
})

export const flowFile = z.strictObject({
  flow: id,
  version: z.int().min(1),
  title: both(line.max(60)),
  anywhere: z.boolean().default(false).describe('Each step may be entered directly'),
  withdrawn: z.boolean().default(false).describe('An old version nobody is to read on in'),
  start: id,
  steps: z.record(id, step),
})

const statute = z.strictObject({
  'zh-CN': line,
  en: line,
  number: line,
  from: day,
  to: day.nullable().describe('The first day it is no longer in force'),
  articles: z.int().optional(),
  read: z.boolean().describe('Whether the drafters had the whole text before them'),
})

export const statutesFile = z.record(z.string().regex(/^[a-z]+$/), statute)

export const factsFile = z.record(
  z.string().regex(/^F\d{2}$/),
  z.strictObject({ 'zh-CN': line, cites: z.array(citation).min(1) }),
)

const term = z.strictObject({
  term: line,
  also: z.array(line).default([]),
  plain: line.max(160),
})

export const glossaryFile = z.record(id, both(term))

/** Local figures and rules, added to steps of the national text. Loaded when it stands in flows/province/. */
export const provinceFile = z.strictObject({
  province: id,
  title: both(line),
  from: day,
  to: day.nullable(),
  statutes: statutesFile.default({}),
  adds: z.array(
    z.strictObject({
      to: target,
      reviewed,
      cites: z.array(citation).min(1),
      'zh-CN': line.max(400),
      en: line.max(600),
    }),
  ),
})

export type FlowFile = z.infer<typeof flowFile>
export type StepFile = z.infer<typeof step>
export type Statutes = z.infer<typeof statutesFile>
export type Facts = z.infer<typeof factsFile>
export type Glossary = z.infer<typeof glossaryFile>
export type Province = z.infer<typeof provinceFile>
