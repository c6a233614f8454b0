import { privacyTexts } from '../locale/privacy.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'

/**
 * Whoever is under residential surveillance is told, before they go on, that what they say may be monitored (CPL 78;
 * R24.7): once a conversation, whichever channel. Nothing is refused for it.
 */

/** 指定居所 is a form of it. */
const named = /监视居住|监居|指定居所|residential surveillance/i

/** Steps for whoever is. */
const steps = ['residential', 'designated']

/** What to say first, and the row that knows it was said; null where there is nothing to say. */
export function warnMonitored(
  turn: Turn,
  row: Conversation,
  words = '',
): { row: Conversation; text: string } | null {
  const under =
    row.intake.measure === 'residential' ||
    steps.includes(row.position?.step ?? '') ||
    named.test(words)
  if (!under || row.monitoredTold) return null
  turn.log({ type: 'warned', actor: 'desk', conversation: row.id, data: { of: 'monitoring' } })
  return {
    row: turn.put(row, { monitoredTold: true }),
    text: privacyTexts[row.language].monitored,
  }
}
