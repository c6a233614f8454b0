import { parse } from 'yaml'
import { z } from 'zod'
import { type Prompt, type Purpose, purposes } from '../desk/assist/purpose.ts'
import { ContentError, type File } from './library.ts'

/** prompts/*.md: front matter that a check can read, and instructions a lawyer can. */

const front = z.strictObject({
  purpose: z.enum(purposes),
  version: z.int().min(1),
  title: z.string().min(1),
  limits: z.array(z.string().min(1)).min(1),
  input: z.record(z.string(), z.unknown()),
  answer: z.record(z.string(), z.unknown()),
  examples: z
    .array(z.strictObject({ input: z.record(z.string(), z.unknown()), answer: z.unknown() }))
    .min(1),
})

export type PromptFile = z.infer<typeof front> & { body: string }

/** `name` is the path below prompts/. */
export function readPromptFiles(files: File[]): PromptFile[] {
  const faults: string[] = []
  const read = files.flatMap(({ name, text }): PromptFile[] => {
    const [, yaml, body] = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(text) ?? []
    const found = front.safeParse(yaml === undefined ? null : parse(yaml))
    if (found.success && body) {
      if (`${found.data.purpose}.md` !== name)
        faults.push(`prompts/${name}: another purpose’s name`)
      return [{ ...found.data, body: body.trim() }]
    }
    faults.push(
      ...(found.error?.issues ?? [{ path: [], message: 'no instructions' }]).map(
        (issue) => `prompts/${name}: ${issue.path.join('.')}: ${issue.message}`,
      ),
    )
    return []
  })
  for (const purpose of purposes) {
    if (!files.some(({ name }) => name === `${purpose}.md`))
      faults.push(`prompts/${purpose}.md is missing`)
  }
  for (const file of read) faults.push(...exampleFaults(file))
  if (faults.length > 0) throw new ContentError(faults)
  return read
}

/** Examples that the file's own schemas refuse would teach a model to be refused. */
function exampleFaults({ purpose, input, answer, examples }: PromptFile): string[] {
  const sides = { input: schemaOf(input), answer: schemaOf(answer) }
  return examples.flatMap((example, index) =>
    (['input', 'answer'] as const)
      .filter((side) => !sides[side].safeParse(example[side]).success)
      .map((side) => `prompts/${purpose}.md: example ${index + 1}: its ${side} breaks the schema`),
  )
}

export const schemaOf = (schema: object): z.ZodType =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

export const readPrompts = (files: File[]): ReadonlyMap<Purpose, Prompt> =>
  new Map(
    readPromptFiles(files).map(({ purpose, version, body, examples, input, answer }) => {
      const shown = examples.map(
        (one) => `输入：${JSON.stringify(one.input)}\n输出：${JSON.stringify(one.answer)}`,
      )
      const instructions = [body, '例子：', ...shown].join('\n')
      return [purpose, { purpose, version, instructions, input, answer }]
    }),
  )
