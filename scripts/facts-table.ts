import { spots } from '../src/content/check/fault.ts'
import { writeCites } from '../src/content/cite.ts'
import type { Library } from '../src/content/library.ts'

/** Which legal statement is told where, for whoever reviews: docs/flows/facts.md. */
export function factsTable(library: Library): string {
  const steps = spots(library)
  const rows = Object.entries(library.facts).map(([id, fact]) => {
    const told = steps
      .filter(({ step }) => step.facts.includes(id))
      .map(({ name }) => `\`${name}\``)
    const cites = writeCites(library, fact.cites, 'zh-CN').join('；')
    return `| ${id} | ${cites} | ${told.join(', ')} |`
  })
  return [
    '# Which legal statement is told where',
    '',
    'Drawn by `npm run content -- --write` from `flows/`. No lawyer has reviewed the texts yet.',
    '',
    '| fact | rests on | told in |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
