import type { ReplyResult } from '../../desk/assist/result.ts'
import { type Content, flowOf, placeOf, type Step } from '../../desk/flow.ts'
import { type Refusal, refuse, strange } from '../guard/check.ts'
import { withoutOrders } from '../guard/injection.ts'
import { citationsIn } from '../guard/laws.ts'
import type { Material } from '../material.ts'
import { bare } from '../redact/redact.ts'
import { groundsOf } from './grounds-of.ts'
import type { Errand } from './purpose.ts'

/** A reply for the lawyer to change and send, out of what the flows hold and of nothing else. */
export const suggestReply: Errand = {
  input(material, redactor, content) {
    const { sent } = withoutOrders(material.words)
    const facts = stepsOf(material, content).map(({ at, step }) => ({
      at,
      title: step.title,
      text: step.text,
      cites: step.cites,
    }))
    return facts.length === 0 ? null : { question: redactor.hide(sent), facts }
  },
  judge({ reply, cites }, context): ReplyResult | Refusal {
    const { redactor, material, content } = context
    const text = typeof reply === 'string' ? redactor.restore(reply.trim()) : null
    if (text === null) return 'shape'
    // Not what the client said: a reply states what the law is, and the client is no source of it.
    const grounds = { ...groundsOf(context), told: [], advised: [] }
    const unknown = strange(text, grounds)
    const cleaned = unknown
      .reduce((rest, cited) => rest.replaceAll(cited, ''), text)
      .replace(/[（(]\s*[）)]/g, '')
    const refused = refuse(bare(cleaned), grounds, { cites: true })
    if (refused) return refused
    const own = new Set(stepsOf(material, content).flatMap(({ step }) => step.cites))
    const given = Array.isArray(cites) ? cites.filter((one) => typeof one === 'string') : []
    const known = given.filter((one) => own.has(one) || isKnown(one, grounds))
    const struck = [...unknown, ...given.filter((one) => !known.includes(one))]
    return { kind: 'reply', text: cleaned, cites: known, struck }
  },
}

const isKnown = (cite: string, grounds: Parameters<typeof strange>[1]): boolean =>
  citationsIn(cite).length > 0 && strange(cite, grounds).length === 0

export function stepsOf(
  { steps, language }: Pick<Material, 'steps' | 'language'>,
  content: Content,
): { at: string; step: Step }[] {
  return steps.flatMap((at) => {
    const place = placeOf('', at)
    const step = flowOf(content, place.flow, language)?.steps[place.step]
    return step ? [{ at, step }] : []
  })
}
