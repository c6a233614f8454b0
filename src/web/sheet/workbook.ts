import type { Workbook } from 'exceljs'

/** exceljs, loaded when a workbook is first read or written. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs')
  return new exceljs.Workbook()
}
