import type { Context } from 'hono'
import { csv } from '../csv.ts'
import type { WebParts } from '../parts.ts'
import { tablePdf } from '../pdf/table.ts'
import type { Table } from './table.ts'
import { workbookOf } from './write-workbook.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type TableFormat = 'csv' | 'xlsx' | 'pdf'

/** A table as a file to take away. */
export async function answerTable(
  c: Context,
  parts: WebParts,
  table: Table,
  format: TableFormat,
  name: string,
): Promise<never> {
  const types = { csv: 'text/csv; charset=utf-8', xlsx: XLSX, pdf: 'application/pdf' }
  const made =
    format === 'csv'
      ? csv([table.columns, ...table.rows])
      : format === 'xlsx'
        ? await workbookOf(table)
        : await tablePdf(parts, table, parts.now())
  return c.body(made as string | Uint8Array<ArrayBuffer>, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    'cache-control': 'no-store',
  }) as never
}
