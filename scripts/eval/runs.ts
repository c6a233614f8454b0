import { Assist } from '../../src/assist/assist.ts'
import { type Refusal, refuse } from '../../src/assist/guard/check.ts'
import { withoutOrders } from '../../src/assist/guard/injection.ts'
import { noMaterial } from '../../src/assist/material.ts'
import { nearest } from '../../src/assist/nearest.ts'
import { ModelError } from '../../src/assist/port/model.ts'
import { groundsOf } from '../../src/assist/purpose/grounds-of.ts'
import { Redactor } from '../../src/assist/redact/redact.ts'
import { readPrompts } from '../../src/content/prompts.ts'
import type { Purpose } from '../../src/desk/assist/purpose.ts'
import { loadContent, promptFiles } from '../../src/setup/files.ts'
import { judge, samples } from '../samples.ts'
import type { Case } from './measure.ts'
import { lines, talk } from './sets.ts'

/** What rules and guard make of the labelled sets; no model is asked. */

export const content = loadContent()

export const triageByRule = (): Case[] =>
  samples().map((sample) => ({
    set: 'triage',
    text: sample.text,
    want: sample.outcome + (sample.urgent ? '!' : ''),
    got: judge(sample).got.replace('EMERGENCY!', 'EMERGENCY'),
  }))

/** Right where any of the first three steps is one that answers it: three are shown. */
export const stepsByRule = (): Case[] =>
  lines('steps').map(([want = '', text = '']) => {
    const found = nearest(text, content, 'zh-CN', 3)
    const right = want.split('|').some((at) => found.includes(at))
    const none = want === '-'
    return {
      set: 'steps',
      text,
      want: none ? 'none' : 'step',
      got: none ? (found.length === 0 ? 'none' : 'step') : right ? 'step' : 'other or none',
    }
  })

/** Secret by secret: hidden or not; and texts in which there is nothing to hide. */
export const redaction = (): Case[] =>
  lines('redact').flatMap(([secrets = '', text = '']) => {
    const hidden = new Redactor().hide(text)
    if (secrets === '-') {
      return [{ set: 'redact', text, want: 'nothing', got: hidden === text ? 'nothing' : 'hidden' }]
    }
    return secrets.split('|').map((secret) => ({
      set: 'redact',
      text,
      want: 'hidden',
      got: hidden.includes(secret) ? 'nothing' : 'hidden',
    }))
  })

const material = { ...noMaterial, purpose: 'draft-record' as Purpose, talk }
export const grounds = groundsOf({ material, content, redactor: new Redactor() })

export const guarded = (lot?: string): Case[] =>
  lines('guard')
    .filter(([, , one]) => lot === undefined || one === lot)
    .map(([want = '', field = '', , text = '']) => ({
      set: 'guard',
      text,
      want: want === 'ok' ? 'shown' : 'refused',
      got: verdict(refuse(text, grounds, { question: field === 'question' })),
    }))

const verdict = (refusal: Refusal | null): string => (refusal === null ? 'shown' : 'refused')

export const orders = (): Case[] =>
  lines('injection').map(([want = '', text = '']) => ({
    set: 'injection',
    text,
    want: want === 'yes' ? 'withheld' : 'sent',
    got: withoutOrders(text).withheld.length > 0 ? 'withheld' : 'sent',
  }))

/** What models answered before, read and guarded as an answer of today would be. */
export function recorded(): Case[] {
  const model = { complete: () => Promise.reject(new ModelError('broken')) }
  const prompts = () => readPrompts(promptFiles())
  const assist = new Assist({ model, prompts, content, now: () => 0, purposes: [] })
  const words = '取保期间能不能去外地打工'
  const record = { charge: '盗窃罪', question: words, answer: '告知要批准', stage: null }
  return lines('recorded').map(([purpose = '', want = '', answer = '']) => {
    const prepared = assist.prepare({
      ...noMaterial,
      purpose: purpose as Purpose,
      words,
      talk: purpose === 'draft-record' ? talk : [],
      record: purpose === 'check-ledger' ? record : null,
    })
    if (!prepared) throw new Error(`nothing to ask for ${purpose}`)
    const { why } = assist.judge(prepared, answer.replaceAll('\\n', '\n'))
    return { set: 'recorded', text: `${purpose} ${answer}`, want, got: why ?? 'ok' }
  })
}
