import { languages } from '../../desk/desk.ts'
import { choiceId } from '../../desk/flow.ts'
import { citesOf, writeCites } from '../cite.ts'
import { type Check, sayings, spots } from './fault.ts'

/** Every step fits every channel it may be told by. */

/** Telegram Bot API, InlineKeyboardButton.callback_data. */
const CALLBACK_BYTES = 64

/** GSM 03.40: a text of UCS-2 letters holds 70, and 67 in each part of a longer one. */
const ALONE = 70
const JOINED = 67
const MOST_PARTS = 8
/** What the desk adds: the link to the whole text, the lawyer, back and the menu as numbered lines. */
const AROUND = 110

export const smsParts = (text: string): number =>
  text.length <= ALONE ? 1 : Math.ceil(text.length / JOINED)

export const buttons: Check = (library) =>
  spots(library).flatMap(({ name, flow, step }) =>
    step.choices
      .map((choice, index) =>
        choiceId(
          flow.flow,
          { label: '', to: choice.to, notes: choice.notes ? {} : undefined },
          index,
        ),
      )
      .filter((data) => new TextEncoder().encode(data).length > CALLBACK_BYTES)
      .map((data) => `${name}: the button ${data} is over ${CALLBACK_BYTES} bytes (Telegram)`),
  )

/** CONTRACT: a step is at most 1,200 characters, with its citations and the line that may stand before it. */
const LONGEST_STEP = 1200
const LINE_BEFORE = 130

export const wholeSteps: Check = (library) =>
  spots(library).flatMap(({ name, step }) =>
    languages.flatMap((language) => {
      const cites = writeCites(library, citesOf(library, step), language).join('; ')
      const length = step[language].text.length + cites.length + LINE_BEFORE
      return length > LONGEST_STEP
        ? [
            `${name} (${language}): ${length} characters with its citations, at most ${LONGEST_STEP}`,
          ]
        : []
    }),
  )

export const smsOf = (step: { spoken: string[]; labels: string[] }): number =>
  smsParts(
    [...step.spoken, ...step.labels.map((label, index) => `${index + 2}. ${label}`)].join('\n') +
      ' '.repeat(AROUND),
  )

export const texts: Check = (library) =>
  spots(library).flatMap(({ name, step }) =>
    languages.flatMap((language) => {
      const labels = step.choices.map((choice) => choice[language])
      const parts = smsOf({ spoken: step[language].spoken, labels })
      const most = language === 'en' ? MOST_PARTS * 2 : MOST_PARTS
      return parts > most
        ? [
            `${name} (${language}): ${parts} text messages, at most ${most}; shorten the spoken text`,
          ]
        : []
    }),
  )

/** Ordinary Mandarin of a synthetic voice: 4.5 syllables a second, a third of a second at each mark. */
export const SYLLABLES_PER_SECOND = 4.5
const PAUSE = 0.33
/** English: 2.6 words a second. */
const WORDS_PER_SECOND = 2.6
const LONGEST = 20

export function secondsOf(text: string, language: 'zh-CN' | 'en'): number {
  const pauses = (text.match(/[，。、；：！？,.;:!?]/g) ?? []).length * PAUSE
  if (language === 'en') return text.split(/\s+/).length / WORDS_PER_SECOND + pauses
  const syllables = (text.match(/[\u3400-\u9fff0-9]|[a-z]+/gi) ?? []).length
  return syllables / SYLLABLES_PER_SECOND + pauses
}

export const breath: Check = (library) =>
  sayings(library)
    .filter(({ spoken }) => spoken)
    .map((saying) => ({ ...saying, seconds: secondsOf(saying.text, saying.language) }))
    .filter(({ seconds }) => seconds > LONGEST)
    .map(
      ({ name, language, text, seconds }) =>
        `${name} (${language}): “${text.slice(0, 12)}…” takes ${seconds.toFixed(1)} s to say, at most ${LONGEST}`,
    )

/** On a phone the words name numbers to press; a text must not tell people to press others. */
export const noKeys: Check = (library) =>
  sayings(library)
    .filter(({ text }) => /按[0-9一二三四五六七八九]|press [0-9]/i.test(text))
    .filter(({ name }) => name !== 'redirects/abuse')
    .map(({ name }) => `${name}: names a key; the desk says the keys`)
