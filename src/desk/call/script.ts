import type { Language } from '../desk.ts'
import type { Leg, Line, Next, Script, Spoken } from '../state.ts'
import type { Turn } from '../turn.ts'

/** Building blocks of what a call says and does next. */

/** CONTRACT: a spoken chunk stays under 200 characters. */
const CHUNK = 190

/** Sentences packed into chunks that can be said in one breath. */
export function chunks(text: string): string[] {
  const found: string[] = []
  let chunk = ''
  for (const sentence of text.match(/[^。！？；.!?;\n]+[。！？；.!?;\n]*\s*/g) ?? [text]) {
    for (const piece of sentence.match(new RegExp(`.{1,${CHUNK}}`, 'gsu')) ?? []) {
      if (chunk.length + piece.length > CHUNK) {
        found.push(chunk)
        chunk = ''
      }
      chunk += piece
    }
  }
  if (chunk) found.push(chunk)
  return found.map((part) => part.trim()).filter((part) => part !== '')
}

export const line = (language: Language, ...parts: Spoken[]): Line => ({ language, parts })

export const lines = (language: Language, text: string): Line[] =>
  chunks(text).map((chunk) => line(language, chunk))

export const heardText = (script: Script): string =>
  script.lines
    .map(({ parts }) =>
      parts.map((part) => (typeof part === 'string' ? part : part.digits)).join(''),
    )
    .join('\n')

export const hangup = (said: Line[]): Script => ({ lines: said, next: { do: 'hangup' } })

export const join = (said: Line[], room: string): Script => ({
  lines: said,
  next: { do: 'join', room },
})

export const ask = (
  said: Line[],
  language: Language,
  seconds: number,
  hints: string[] = [],
): Script => ({ lines: said, next: { do: 'ask', seconds, hints, language } satisfies Next })

/** Hands a leg its next script; the step grows, so that the answer to an older one is told apart. */
export function hand(turn: Turn, leg: Leg, at: Leg['at'], script: Script): Leg {
  return turn.putLeg(leg, { at, script, step: leg.step + 1 })
}

/** Makes a live leg come for its next script at once instead of when its present one runs out. */
export function steer(turn: Turn, leg: Leg): Leg {
  const step = leg.step + 1
  command(turn, leg, { do: 'steer', leg: leg.id, step })
  return turn.putLeg(leg, { step })
}

export function hangUp(turn: Turn, leg: Leg): void {
  command(turn, leg, { do: 'hangup', leg: leg.id })
}

function command(
  turn: Turn,
  leg: Leg,
  act: { do: 'steer'; leg: string; step: number } | { do: 'hangup'; leg: string },
) {
  turn.ask({
    do: 'send',
    item: {
      key: turn.id(),
      lane: `voice:${leg.id}`,
      channel: 'phone',
      to: null,
      conversation: leg.conversation,
      content: null,
      act,
      expiresAt: null,
    },
  })
}

/** Rings a lawyer, or a client who was promised a call. */
export function ring(
  turn: Turn,
  leg: Leg,
  to: { lawyer: string } | { contact: string },
  seconds: number,
) {
  turn.putLeg(leg)
  turn.ask({
    do: 'send',
    item: {
      key: turn.id(),
      lane: `voice:${leg.id}`,
      channel: 'phone',
      to,
      conversation: leg.conversation,
      content: null,
      act: { do: 'ring', leg: leg.id, seconds },
      expiresAt: turn.now + seconds * 1000,
    },
  })
}
