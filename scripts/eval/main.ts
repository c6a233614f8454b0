import { readConfig } from '../../src/config.ts'
import { complaint } from '../../src/setup/complain.ts'
import { environment } from '../../src/setup/env.ts'
import { accuracy, type Case, confusion, scores, table } from './measure.ts'
import { byModel } from './model.ts'
import { guarded, orders, recorded, redaction, stepsByRule, triageByRule } from './runs.ts'

/**
 * `npm run eval`: how rules, redaction and guard fare on the labelled sets, and a model where OPENAI_* names one.
 * Worse than before is a fault.
 */

/** What each set must reach. */
const floors: [string, () => Case[], (cases: Case[]) => number, number][] = [
  ['triage by rules', triageByRule, accuracy, 0.9],
  ['steps by rules', stepsByRule, accuracy, 0.75],
  ['redaction', redaction, recallOf('hidden'), 0.98],
  ['guard', () => guarded(), recallOf('refused'), 1],
  ['orders to a machine', orders, recallOf('withheld'), 0.95],
  ['recorded answers', recorded, accuracy, 1],
]

function recallOf(name: string): (cases: Case[]) => number {
  return (cases) => scores(cases).find((one) => one.name === name)?.recall ?? 0
}

function show(title: string, cases: Case[]): void {
  console.log(table(title, cases).join('\n'))
  console.log(confusion(cases).join('\n'))
  for (const { want, got, text } of cases) {
    if (want !== got) console.log(`  ${want} but ${got}: ${text.slice(0, 80)}`)
  }
}

try {
  const faults: string[] = []
  for (const [title, run, measure, floor] of floors) {
    const cases = run()
    show(title, cases)
    const reached = measure(cases)
    if (reached < floor) faults.push(`${title}: ${reached.toFixed(3)}, at least ${floor}`)
  }
  const { model } = readConfig(environment())
  if (model) for (const [title, cases] of await byModel(model)) show(title, cases)
  else console.log('\nno model: OPENAI_API_KEY and OPENAI_BASE_URL are not set')
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
