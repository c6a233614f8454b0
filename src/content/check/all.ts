import { named } from '../../desk/triage/triage.ts'
import type { File, Library } from '../library.ts'
import type { Check } from './fault.ts'
import { breath, buttons, noKeys, texts, wholeSteps } from './fits.ts'
import { cited, factsKnown, factsUsed, inForce, packInForce } from './law.ts'
import { guideIsNoLawyer, never, percentages } from './never.ts'
import { explained, shortSentences, termsUsed, usualLength } from './plain.ts'
import { released, stepVersions } from './versions.ts'
import { distinct, endings, namedPlaces, reachable } from './ways.ts'

/** Every check there is, by what it makes sure of. */
export const checks: Record<string, Check> = {
  'every step can be reached': reachable,
  'every walk can end': endings,
  'choices differ': distinct,
  'triage leads to steps that are there': namedPlaces(named()),
  'every statement cites': cited,
  'facts are known': factsKnown,
  'facts are told': factsUsed,
  'citations are in force': inForce,
  'the province pack is in force': packInForce,
  'buttons fit Telegram': buttons,
  'steps fit with their citations': wholeSteps,
  'texts fit SMS': texts,
  'spoken chunks fit a breath': breath,
  'keys are the desk’s to name': noKeys,
  'sentences are short': shortSentences,
  'sentences are short on average': usualLength,
  'legal words are explained': explained,
  'explained words are used': termsUsed,
  'nothing forbidden is said': never,
  'percentages are the nationwide ceilings': percentages,
  'the guide is no lawyer': guideIsNoLawyer,
  'steps are no newer than their flow': stepVersions,
}

/** `day` is YYYY-MM-DD: citations must be in force on it. */
export const check = (library: Library, files: File[], day: string): string[] => [
  ...Object.values(checks).flatMap((one) => one(library, day)),
  ...released(library, files),
]
