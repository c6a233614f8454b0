import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Reporter, TestCase, TestModule, TestRunEndReason, Vitest } from 'vitest/node'

/** Writes docs/engines.md: which stories ran on which engine. Only a whole, good run writes it, and only what changed. */

const folder = join(import.meta.dirname, 'story')
const table = join(import.meta.dirname, '..', 'docs', 'engines.md')

export default class EnginesTable implements Reporter {
  #part = true

  onInit(vitest: Vitest): void {
    const { testNamePattern, project = [] } = vitest.config
    this.#part = testNamePattern !== undefined || project.length > 0
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly unknown[],
    reason: TestRunEndReason,
  ): void {
    if (this.#part || reason !== 'passed' || errors.length > 0) return
    const stories = modules.filter(({ moduleId }) => moduleId.startsWith(`${folder}/`))
    const ran = new Map<string, Set<string>>()
    for (const module of stories) {
      for (const test of module.children.allTests('passed')) {
        const engines = ran.get(nameOf(module, test)) ?? new Set()
        ran.set(nameOf(module, test), engines.add(module.project.name))
      }
    }
    // A run of some files alone says nothing about the others.
    const files = new Set(stories.map(({ moduleId }) => moduleId))
    if (globSync(join(folder, '**/*.test.ts')).some((file) => !files.has(file))) return
    const text = render(ran, [...new Set(stories.map(({ project }) => project.name))].sort())
    if (!existsSync(table) || readFileSync(table, 'utf8') !== text) writeFileSync(table, text)
  }
}

const nameOf = (module: TestModule, test: TestCase): string =>
  `${basename(module.moduleId, '.test.ts')} | ${test.fullName.replaceAll('|', '\\|')}`

function render(ran: Map<string, Set<string>>, engines: string[]): string {
  const rows = [...ran.keys()]
    .sort()
    .map(
      (name) =>
        `| ${name} | ${engines.map((e) => (ran.get(name)?.has(e) ? '✓' : '–')).join(' | ')} |`,
    )
  const total = (engine: string) => [...ran.values()].filter((on) => on.has(engine)).length
  return `# Which stories ran on which engine

Written by \`npm test\` when all of it passes; not by hand.

| file | story | ${engines.join(' | ')} |
|---|---|${engines.map(() => ':-:|').join('')}
${rows.join('\n')}
| | **${ran.size} stories** | ${engines.map(total).join(' | ')} |
`
}
