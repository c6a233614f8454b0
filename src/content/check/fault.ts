import { type Language, languages } from '../../desk/desk.ts'
import type { Library } from '../library.ts'
import type { FlowFile, StepFile } from '../schema.ts'

/** What a check finds wrong: where, and what to do about it. */
export type Check = (library: Library, day: string) => string[]

export interface Spot {
  flow: FlowFile
  id: string
  step: StepFile
  /** `flow/step` */
  name: string
}

export const spots = ({ flows }: Library): Spot[] =>
  flows.flatMap((flow) =>
    Object.entries(flow.steps).map(([id, step]) => ({
      flow,
      id,
      step,
      name: `${flow.flow}/${id}`,
    })),
  )

/** Everything a step says in one language, read and heard. */
export const sayings = (
  library: Library,
): { name: string; language: Language; text: string; spoken: boolean; step: StepFile }[] =>
  spots(library).flatMap(({ name, step }) =>
    languages.flatMap((language) => [
      { name, language, step, spoken: false, text: step[language].text },
      ...step[language].spoken.map((text) => ({ name, language, step, spoken: true, text })),
    ]),
  )

export const sentences = (text: string): string[] =>
  text
    .split(/[。！？；\n]|[.!?;](?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
