import { PassThrough } from 'node:stream'
import type { stream, Workbook } from 'exceljs'

/** exceljs, loaded when a workbook is first read or written. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs')
  return new exceljs.Workbook()
}

/** A workbook that is written as it is made; its bytes once it is committed. */
export async function newWriter(): Promise<{
  book: stream.xlsx.WorkbookWriter
  written: () => Uint8Array
}> {
  const { default: exceljs } = await import('exceljs')
  const out = new PassThrough()
  const parts: Buffer[] = []
  out.on('data', (part: Buffer) => parts.push(part))
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: true,
  })
  return { book, written: () => new Uint8Array(Buffer.concat(parts)) }
}
