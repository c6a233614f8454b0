import { createHash } from 'node:crypto'
import type { Staff } from '../../desk/access.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Layout, LedgerViewName } from '../../desk/dossier/paper-centre.ts'
import { type LedgerQuery, type LedgerView, ledgerLines } from '../../store/read/ledger.ts'
import { ledgerAbout } from '../../store/read/ledger-about.ts'
import { readPaper } from '../../store/read/paper.ts'
import { csv, local } from '../csv.ts'
import { type ColumnKey, ledgerWords } from '../locale/ledger.ts'
import type { WebParts } from '../parts.ts'
import type { Table } from '../sheet/table.ts'
import { allowed, cells, usual } from './columns.ts'

/** The ledger as an authority agreed to have it, or as it is usual. */

export const layoutOf = (parts: WebParts, authority: string): Promise<Layout | null> =>
  readPaper(parts.engine.db, parts.seal, `layout:${authority}`, 'layout')

export interface Wanted extends LedgerQuery {
  view: LedgerViewName
  layout: Layout | null
}

export async function ledgerTable(
  parts: Pick<WebParts, 'engine' | 'seal' | 'desk'>,
  staff: Staff,
  wanted: Wanted,
): Promise<{ table: Table; lines: LedgerView[] }> {
  const desk = await parts.desk()
  const { db } = parts.engine
  const lines = await ledgerLines(db, parts.seal, desk, staff, wanted)
  const { clients, documents } = await ledgerAbout(db, lines)
  const words = ledgerWords[desk.language]
  const { view, layout } = wanted
  const may = new Set(allowed(view))
  const columns = layout
    ? layout.body.columns.filter(({ key }) => may.has(key as ColumnKey))
    : [...usual[view], ...(wanted.history && !wanted.ids ? (['corrected', 'reason'] as const) : [])]
        .filter((key) => may.has(key))
        .map((key) => ({ key, title: words.columns[key] }))
  const about = {
    desk,
    documents: ({ conversation }: LedgerView) => documents.get(conversation ?? '') ?? [],
    clients: ({ conversation }: LedgerView) => clients.get(conversation ?? '') ?? '',
  }
  const rows = lines.map((line, index) =>
    columns.map(({ key }) => cells[key as ColumnKey](line, about, index)),
  )
  const usualTitle = view === 'transfer' ? words.transferTitle : words.title
  const table: Table = {
    title: layout?.body.title || usualTitle,
    institution: desk.name,
    notes: [periodOf(desk, wanted)],
    columns: columns.map(({ title }) => title),
    rows,
  }
  return { table, lines }
}

function periodOf(desk: Desk, { from, to }: LedgerQuery): string {
  const day = (at: number): string => local(desk, new Date(at).toISOString()).slice(0, 10)
  const words = ledgerWords[desk.language]
  return from <= 0 ? words.period('—', day(to - 1)) : words.period(day(from), day(to - 1))
}

export const csvOf = ({ columns, rows }: Table): string => csv([columns, ...rows])

/** Over the table itself: the same lines in the same columns give the same, whenever they are made. */
export const checksumOf = (table: Table): string =>
  createHash('sha256').update(csvOf(table)).digest('hex')
