import { defaultRouting, type Routing } from '../desk/desk.ts'
import { percent, range, whole } from './measures.ts'
import { repeated } from './options.ts'
import type { Habits } from './scenario.ts'

/** Options that carry a list: policy overrides, and the habits of single lawyers. */

export type Say = (name: string, text: string, form: string) => void

const pairs = (text: string): [string, string][] =>
  text.split(',').map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return [key, value]
  })

export function readPolicy(given: string[], say: Say): Partial<Routing> {
  const found: Partial<Routing> = {}
  for (const [key, text] of given.flatMap(pairs)) {
    const value = whole(text)
    const zero = key === 'staggerSeconds' || key === 'wrapUpSeconds'
    if (Object.hasOwn(defaultRouting, key) && value !== null && (value > 0 || zero)) {
      found[key as keyof Routing] = value
    } else say('--policy', `${key}=${text}`, `${Object.keys(defaultRouting).join(' · ')} =8`)
  }
  return found
}

export function readLawyers(given: string[], say: Say): Record<string, Partial<Habits>> {
  const found: Record<string, Partial<Habits>> = {}
  for (const text of given) {
    const [id = '', rest = ''] = text.split(':')
    const habits: Partial<Habits> = {}
    for (const [key, value] of pairs(rest)) {
      const share = percent(value)
      if (key === 'no-answer' && share !== null) habits.noAnswer = share
      else if (key === 'pass' && share !== null) habits.pass = share
      else if (key === 'answer' && range(value)) habits.answer = range(value) ?? []
      else say('--lawyer', text, repeated.lawyer)
    }
    found[id] = habits
  }
  return found
}
