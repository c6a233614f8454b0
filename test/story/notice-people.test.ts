import exceljs from 'exceljs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Person, TestDesk } from '../harness.ts'
import { code, notice, withPolice } from './notice-desk.ts'

/** Many people of one notice, out of a table. It is Monday 2026-11-23, 10:00. */

let desk: TestDesk
let chen: Person
let zhang: Person
beforeEach(async () => {
  desk = await TestDesk.open(withPolice)
  chen = await desk.signIn('chen')
  zhang = await desk.signIn('zhang')
})
afterEach(() => desk.close())

describe('many people in a table', () => {
  const upload = async (bytes: Uint8Array | string, query = '', who = chen) => {
    const answer = await fetch(`${desk.url}/api/notices/people${query}`, {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/octet-stream' },
      body: bytes as Uint8Array<ArrayBuffer>,
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }
  const workbook = async (rows: unknown[][]) => {
    const book = new exceljs.Workbook()
    book.addWorksheet('附件').addRows(rows)
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const two = (n: number) => String(n).padStart(3, '0')

  test('two hundred in one XLSX become two hundred tasks of one notice', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => [
      n + 1,
      `嫌疑人${two(n + 1)}`,
      '掩饰、隐瞒犯罪所得',
      '审查起诉',
    ])
    const file = await workbook([
      ['法律帮助人员名单'],
      ['序号', '姓名', '涉嫌罪名', '诉讼阶段'],
      ...rows,
    ])
    const read = await upload(file)
    expect(read.status).toBe(200)
    expect(read.body.faults).toEqual([])
    expect(read.body.people).toHaveLength(200)
    const { status, body } = await chen.post('/notices', notice({ people: read.body.people }))
    expect(status).toBe(201)
    expect(body.tasks).toHaveLength(200)
    expect(body.tasks[99]).toMatchObject({ name: '嫌疑人100', stage: 'prosecution_review' })
    expect(new Set(body.tasks.map(({ id }: { id: string }) => id)).size).toBe(200)
    const letter = await chen.post(`/notices/${body.id}/assign`, { lawyer: 'zhang' })
    expect(letter.body.people).toHaveLength(200)
    expect(
      (await zhang.get('/tasks')).body.items.map(({ name }: any) => name).slice(0, 11),
    ).toEqual(Array.from({ length: 11 }, (_, n) => `嫌疑人${two(n + 1)}`))
  })

  test('a broken one changes nothing and says which rows and why', async () => {
    const file = await workbook([
      ['姓名', '涉嫌罪名', '诉讼阶段'],
      ['赵一', '盗窃', '侦查'],
      ['', '诈骗', '侦查'],
      ['孙三', '诈骗', '调解'],
      ['赵一', '盗窃', '侦查'],
      ['李四', 'x'.repeat(201), '一审'],
    ])
    const { status, body } = await upload(file)
    expect(status).toBe(200)
    expect(body).toEqual({
      people: [],
      faults: [
        { row: 3, column: '姓名', why: 'blank' },
        { row: 4, column: '诉讼阶段', why: 'unknown' },
        { row: 5, column: '姓名', why: 'twice' },
        { row: 6, column: '涉嫌罪名', why: 'too_long' },
      ],
    })
    expect((await chen.get('/notices')).body.items).toEqual([])
    expect(code(await upload(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])))).toBe('400 malformed file')
    expect((await upload('没有表头的文字')).body.faults).toEqual([
      { row: 1, column: '姓名', why: 'no_column' },
    ])
    expect(code(await upload('', '', chen))).toBe('400 malformed file')
    expect(code(await upload(file, '', zhang))).toBe('403 forbidden')
  })

  test('CSV too: as Excel saves it in China, with quotes, and a stage for all', async () => {
    const text = '姓名,涉嫌罪名\r\n"赵,一",盗窃\r\n钱二,"诈骗\n两起"\r\n'
    const { body } = await upload(text, '?stage=investigation')
    expect(body.people).toEqual([
      { name: '赵,一', charge: '盗窃', stage: 'investigation' },
      { name: '钱二', charge: '诈骗\n两起', stage: 'investigation' },
    ])
    // 姓名,涉嫌罪名,诉讼阶段 / 赵一,盗窃,侦查 in GB 18030.
    const gb = Buffer.from(
      'd0d5c3fb2cc9e6cfd3d7efc3fb2ccbdfcbcfbdd7b6ce0ad5d4d2bb2cb5c1c7d42cd5ecb2e90a',
      'hex',
    )
    expect((await upload(gb)).body.people).toEqual([
      { name: '赵一', charge: '盗窃', stage: 'investigation' },
    ])
    expect((await upload(text)).body.faults[0]).toMatchObject({ row: 2, why: 'blank' })
  })
})
