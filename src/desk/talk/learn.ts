import { flowOf, goTo, type Step, stepOf, targetOf } from '../flow.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { say } from './say.ts'

/** The explainer in writing; it keeps its place, and the lawyer is one choice away at every step. */

export const PLEA = 'plea-process'

export function learn(turn: Turn, row: Conversation): Conversation {
  const flow = flowOf(turn.snapshot.content, PLEA, row.language)
  if (!flow) return say(turn, row, turn.locale(row).menu, ['lawyer'])
  const at = row.position?.flow === flow.id ? row.position.step : flow.start
  const { id, step } = stepOf(flow, at)
  return show(turn, turn.put(row, { position: { flow: flow.id, step: id } }), step)
}

/** False where the choice is no step from here. */
export function learnStep(turn: Turn, row: Conversation, choice: string): boolean {
  const target = targetOf(choice)
  const flow = row.position && flowOf(turn.snapshot.content, row.position.flow, row.language)
  if (!flow || target === null || !flow.steps[target]) return false
  const { id, step } = stepOf(flow, target)
  show(turn, turn.put(row, { position: { flow: flow.id, step: id } }), step)
  return true
}

function show(turn: Turn, row: Conversation, step: Step): Conversation {
  const texts = turn.locale(row)
  const cites = step.cites.length > 0 ? `\n${texts.cites(step.cites)}` : ''
  const ways = step.choices.map(({ to }) => goTo(to))
  const lawyer = row.state === 'waiting' || row.state === 'active' ? [] : ['lawyer']
  return say(turn, row, step.text.trim() + cites, [...ways, ...lawyer, 'menu'])
}
