import { parseArgs } from 'node:util'
import { readLawyers, readPolicy, type Say } from './lists.ts'
import { flags, options, repeated, type Settings, type Values } from './options.ts'

/** The command line, read; every fault is named, and with a fault nothing is run. */

/** Which option, what stood there, and what may stand there or why this may not. */
export type ArgumentFault = { option: string; text: string } & ({ form: string } | { why: Why })

/** Words of words/zh.ts. */
export type Why = 'unreadable' | 'noFolder' | 'noLawyer' | 'weights' | 'noLog'

export type Read = { help: true } | { faults: ArgumentFault[] } | { settings: Settings }

const text = (names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))

export function readArguments(argv: string[]): Read {
  const { tokens, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: text([...Object.keys(options), ...Object.keys(repeated)]),
  })
  const given = tokens.filter((token) => token.kind === 'option')
  if (given.some(({ name }) => name === 'help')) return { help: true }
  const faults: ArgumentFault[] = []
  const say: Say = (option, text, form) => void faults.push({ option, text, form })
  const texts = readTexts(given, say)
  const values = readValues(texts, say)
  const all = (name: string): string[] =>
    given.filter((token) => token.name === name).map(({ value = '' }) => value)
  const lists = {
    policy: readPolicy(all('policy'), say),
    lawyers: readLawyers(all('lawyer'), say),
    compare: all('compare').length > 0,
    replay: all('replay').length > 0,
  }
  const [file, ...rest] = positionals
  if (file === undefined) say('FILE', '', 'desk.yaml')
  for (const extra of rest) say('FILE', extra, '×1')
  if (faults.length > 0 || file === undefined) return { faults }
  return { settings: { file, ...settingsOf(values), ...lists } }
}

/** What was written for each option that takes one value; unknown and doubled ones are faults. */
function readTexts(
  given: { rawName: string; name: string; value: string | undefined }[],
  say: Say,
): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { rawName, name, value = '' } of given) {
    if (Object.hasOwn(options, name)) {
      if (texts.has(name)) say(rawName, value, '×1')
      else texts.set(name, value)
    } else if (flags.includes(name)) {
      if (value !== '') say(rawName, value, rawName)
    } else if (!Object.hasOwn(repeated, name)) say(rawName, value, '--help')
  }
  return texts
}

function readValues(texts: Map<string, string>, say: Say): Values {
  const values: Partial<Record<string, unknown>> = {}
  for (const [name, { form, fallback, read }] of Object.entries(options)) {
    const text = texts.get(name)
    values[name] = text === undefined && fallback === '' ? null : read(text ?? fallback)
    if (values[name] === null && text !== undefined) say(`--${name}`, text, form)
  }
  return values as Values
}

function settingsOf(values: Values) {
  const { calls, pass, answer, ...rest } = values
  return {
    ...rest,
    rate: calls,
    talkLaw: values['talk-law'],
    habits: { noAnswer: values['no-answer'], pass, answer },
  }
}
