import type { Prompt, Purpose } from '../desk/assist/purpose.ts'
import type { Content } from '../desk/flow.ts'
import type { Assist } from './assist.ts'
import type { ModelConfig } from './port/model.ts'

/** Loaded when first used; null where there is no model. */
export function openAssist(parts: {
  model: ModelConfig | null
  prompts: () => ReadonlyMap<Purpose, Prompt>
  content: Content
  now: () => number
  out: typeof fetch
}): (() => Promise<Assist>) | null {
  const { model, out, ...rest } = parts
  if (!model) return null
  let made: Promise<Assist> | null = null
  const make = async (): Promise<Assist> => {
    const [{ Assist }, { OpenAiModel }] = await Promise.all([
      import('./assist.ts'),
      import('./port/openai.ts'),
    ])
    return new Assist({ ...rest, model: new OpenAiModel(model, out), purposes: model.purposes })
  }
  return () => {
    made ??= make()
    return made
  }
}
