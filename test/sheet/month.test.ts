import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { tablePdf } from '../../src/web/pdf/table.ts'
import { wrap } from '../../src/web/pdf/wrap.ts'
import type { Table } from '../../src/web/sheet/table.ts'
import { workbookOf } from '../../src/web/sheet/write-workbook.ts'
import { pdfText } from '../pdf-text.ts'
import { unzip } from './unzip.ts'

/** A month of the ledger as it leaves the house, read by readers that are not its writers. */

const ROWS = 400
const question = '我老公收到起诉意见书，量刑建议能不能改？'

const table: Table = {
  title: '值班律师工作台账',
  institution: '江城市法律援助中心',
  notes: ['2026-03-01 至 2026-03-31'],
  columns: ['序号', '罪名', '问题', '执业证号'],
  rows: Array.from({ length: ROWS }, (_, n) => [
    `${n + 1}`,
    n === 7 ? '=1+1' : '危险驾驶罪 <&>',
    n === 9 ? question.repeat(300) : `${question}（第${n + 1}号）`,
    '14201201010000001',
  ]),
}

let files: Map<string, string>
beforeAll(async () => {
  files = unzip(await workbookOf(table))
})

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
})
const file = (name: string) => parser.parse(files.get(name) ?? '')

test('XLSX: every cell is its text, none is a formula, the header stays and is printed again', () => {
  const shared: string[] = [file('xl/sharedStrings.xml').sst.si]
    .flat()
    .map((item: { t: string | { '#text': string } }) =>
      typeof item.t === 'string' ? item.t : item.t['#text'],
    )
  const { worksheet } = file('xl/worksheets/sheet1.xml')
  const rows = worksheet.sheetData.row as {
    r: string
    c: { t?: string; v?: string; f?: string }[]
  }[]
  const texts = rows.map(({ c }) =>
    [c].flat().map(({ t, v }) => (t === 's' ? shared[Number(v)] : v)),
  )
  expect(texts[0]?.[0]).toBe(table.institution)
  expect(texts[1]?.[0]).toBe(table.title)
  expect(texts[3]).toEqual(table.columns)
  expect(texts.slice(4)).toEqual(table.rows)
  expect(rows.flatMap(({ c }) => [c].flat().filter((cell) => 'f' in cell))).toEqual([])
  expect(worksheet.sheetViews.sheetView.pane).toMatchObject({ ySplit: '4', state: 'frozen' })
  expect(worksheet.pageSetup).toMatchObject({ paperSize: '9', orientation: 'landscape' })
  const { definedName } = file('xl/workbook.xml').workbook.definedNames
  expect(definedName).toMatchObject({ name: '_xlnm.Print_Titles' })
  expect(definedName['#text']).toContain('$4:$4')
})

test('PDF: every line is there, headings on each page, pages numbered, the font in it', async () => {
  const font = join(
    import.meta.dirname,
    '../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  )
  const asset = async () => ({ body: readFileSync(font), type: 'font/ttf' })
  const made = await tablePdf({ asset }, table, Date.UTC(2026, 3, 1))
  const { text, pages, embedded, fonts } = await pdfText(made.slice().buffer)
  expect(pages).toBeGreaterThan(10)
  expect(text.split('执业证号')).toHaveLength(pages + 1)
  for (let n = 1; n <= pages; n++) expect(text).toContain(`${n}/${pages}`)
  for (const n of [1, 2, 200, ROWS]) expect(text).toContain(`（第${n}号）`)
  expect(text).toContain('=1+1')
  // What no page could hold ends with a sign that there is more.
  expect(text).toContain('…')
  expect(embedded).toBe(1)
  expect(fonts.join()).toContain('NotoSansSC')
})

test('lines break between Chinese characters, not within a number, nor before a full stop', () => {
  const wide = (text: string): number =>
    [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)
  expect(wrap('取保候审。到期了', 8, wide)).toEqual(['取保候', '审。到期', '了'])
  expect(wrap('证号 1420120 在', 8, wide)).toEqual(['证号', '1420120', '在'])
  expect(wrap('123456789012', 8, wide)).toEqual(['12345678', '9012'])
  expect(wrap('一\n\n二', 8, wide)).toEqual(['一', '', '二'])
})
