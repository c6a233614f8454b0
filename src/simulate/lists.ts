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

/** What of the routing is a number. */
type Step = Exclude<keyof Routing, 'drill'>
type Policy = Partial<Record<Step, number>>

const steps = (Object.keys(defaultRouting) as (keyof Routing)[]).filter(
  (key): key is Step => key !== 'drill',
)

export function readPolicy(given: string[], say: Say): Policy {
  const found: Policy = {}
  for (const [key, text] of given.flatMap(pairs)) {
    const value = whole(text)
    const zero = key === 'staggerSeconds' || key === 'wrapUpSeconds'
    if (steps.includes(key as Step) && value !== null && (value > 0 || zero)) {
      found[key as Step] = value
    } else say('--policy', `${key}=${text}`, `${steps.join(' · ')} =8`)
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
