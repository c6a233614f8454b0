import type { Person } from '../../desk/dossier/paper.ts'
import { type Stage, stages } from '../../desk/state.ts'
import { staffWords } from '../locale/staff.ts'
import { readRows } from './read-rows.ts'

/** The people of a notice from a table (Art. 16 ¶2), and whichever rows are wrong, by number and reason. */

export interface RowFault {
  /** As the spreadsheet numbers it. */
  row: number
  column: string
  /** A code: blank, too_long, unknown, twice, no_column. */
  why: string
}

const headings: Record<keyof Person, string[]> = {
  name: ['姓名', '犯罪嫌疑人', '被告人', '犯罪嫌疑人、被告人', 'name'],
  charge: ['涉嫌罪名', '罪名', '案由', 'charge'],
  stage: ['诉讼阶段', '阶段', 'stage'],
}

const longest = 200

export async function readPeople(
  bytes: Uint8Array,
  fallback: Stage | null,
): Promise<{ people: Person[]; faults: RowFault[] }> {
  const rows = await readRows(bytes)
  const at = rows.findIndex(({ cells }) => cells.some((cell) => is('name', cell)))
  const head = rows[at]
  if (!head) return { people: [], faults: [{ row: 1, column: '姓名', why: 'no_column' }] }
  const column = (key: keyof Person): number => head.cells.findIndex((cell) => is(key, cell))
  const places = { name: column('name'), charge: column('charge'), stage: column('stage') }
  const people: Person[] = []
  const faults: RowFault[] = []
  const seen = new Set<string>()
  for (const { row, cells } of rows.slice(at + 1)) {
    const cell = (key: keyof Person): string => (cells[places[key]] ?? '').trim()
    if (cells.every((text) => text.trim() === '')) continue
    const bad = (key: keyof Person, why: string) =>
      faults.push({ row, column: headings[key][0] ?? key, why })
    const name = cell('name')
    const charge = cell('charge')
    const stage = cell('stage') === '' ? fallback : stageOf(cell('stage'))
    if (name === '') bad('name', 'blank')
    if (name.length > longest) bad('name', 'too_long')
    if (charge.length > longest) bad('charge', 'too_long')
    if (stage === null) bad('stage', cell('stage') === '' ? 'blank' : 'unknown')
    const same = `${name} ${charge}`
    if (name !== '' && seen.has(same)) bad('name', 'twice')
    seen.add(same)
    if (stage !== null) people.push({ name, charge, stage })
  }
  if (people.length === 0 && faults.length === 0) {
    faults.push({ row: head.row + 1, column: '姓名', why: 'blank' })
  }
  return { people: faults.length > 0 ? [] : people, faults }
}

const is = (key: keyof Person, cell: string): boolean =>
  headings[key].includes(cell.trim().replace(/[（(].*$/, ''))

const spoken: Record<string, Stage> = {
  侦查阶段: 'investigation',
  审查起诉阶段: 'prosecution_review',
  审查逮捕: 'investigation',
  审判: 'trial_first',
  一审阶段: 'trial_first',
  二审阶段: 'trial_second',
}

function stageOf(text: string): Stage | null {
  const { stages: zh } = staffWords['zh-CN']
  const { stages: en } = staffWords.en
  return (
    stages.find((one) => [one, zh[one], en[one].toLowerCase()].includes(text.toLowerCase())) ??
    spoken[text] ??
    null
  )
}
