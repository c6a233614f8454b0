import type { StepResult } from '../../desk/assist/result.ts'
import type { Language } from '../../desk/desk.ts'
import type { Content } from '../../desk/flow.ts'
import { withoutOrders } from '../guard/injection.ts'
import type { Errand } from './purpose.ts'

/** Free words to a step of a flow: a name out of a list, and the step's own words are what is shown. */
export const findStep: Errand = {
  input({ words, language }, redactor, content) {
    const { sent } = withoutOrders(words)
    if (!/\p{L}{2}/u.test(sent.replace('〔略〕', ''))) return null
    return { words: redactor.hide(sent.slice(0, 1500)), steps: catalogue(content, language) }
  },
  judge({ step }, { content, material }): StepResult {
    const found = catalogue(content, material.language).find(({ at }) => at === step)
    return { kind: 'step', at: found?.at ?? null }
  },
}

/** Steps that explain. Those that ask, and those that send people elsewhere, are for rules and people. */
export function catalogue(content: Content, language: Language): { at: string; title: string }[] {
  const seen = new Set<string>()
  return content.flows
    .filter((flow) => flow.language === language && !/^(intake|redirects)$/.test(flow.id))
    .flatMap((flow) => {
      // Several versions may stand here; the newest is first.
      if (seen.has(flow.id)) return []
      seen.add(flow.id)
      return Object.entries(flow.steps).map(([id, { title }]) => ({
        at: `${flow.id}/${id}`,
        title,
      }))
    })
}
