import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { smallDesk, TestDesk } from '../harness.ts'
import { accessible, desktop, fits, people, phone, shot, signIn, toScreen } from './browser.ts'

/** Notices, the ledger and quality as a coordinator and a lawyer work with them. */

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open({
    ...smallDesk(),
    authorities: [{ id: 'police', name: '江城市公安局', kind: 'police' }],
  })
  return desk
})

async function fine(page: Page, name: string): Promise<void> {
  // A word in passing is half faded when it is looked at.
  await expect
    .poll(() => page.locator('.ant-message-notice-title').count(), { timeout: 15_000 })
    .toBe(0)
  await fits(page, name)
  await shot(page, name)
  await accessible(page, name)
}

async function table(rows: string[][]): Promise<string> {
  const book = new exceljs.Workbook()
  book.addWorksheet('名单').addRows(rows)
  const file = join(mkdtempSync(join(tmpdir(), 'zhiban-people-')), '名单.xlsx')
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()))
  return file
}

test('a notice comes in with people from a table, gets its lawyer, letter and proof', async () => {
  const page = await come({ viewport: desktop })
  await signIn(page, desk, 'chen')
  await toScreen(page, '通知书')
  await page.getByText('还没有通知书').waitFor()
  await fine(page, 'notices-empty-1440')
  await page.getByRole('button', { name: '登记通知书' }).click()
  await page.getByLabel('办案机关').fill('江城市公安局')
  await page.getByLabel('文号').fill('江公法帮〔2026〕18号')
  await page.getByLabel('收到日期').fill('2026-11-23')
  await page.getByLabel('法律帮助日期').fill('2026-11-27')
  const head = ['姓名', '涉嫌罪名', '诉讼阶段']
  const picker = page.getByLabel('从表格导入（XLSX、CSV）')
  await picker.setInputFiles(await table([head, ['', '盗窃', '侦查'], ['钱玥', '诈骗', '调解']]))
  await page.getByText('第2行“姓名”：没有填写').waitFor()
  await page.getByText(/第3行“诉讼阶段”：不认识/).waitFor()
  await fine(page, 'notice-form-faults-1440')
  const good = [
    ['赵一', '盗窃', '侦查'],
    ['钱玥', '诈骗', '审查起诉'],
  ]
  await picker.setInputFiles(await table([head, ...good]))
  await page.getByText('已读入2人').waitFor()
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.getByRole('heading', { name: /18号/ }).waitFor()
  await page.getByText('2026-11-25').waitFor()
  await page.getByLabel('律师', { exact: true }).click()
  await page.getByTitle('张敏').click()
  await page.getByRole('button', { name: '确定律师' }).click()
  await page.getByText('打开复函（PDF）').waitFor()
  await fine(page, 'notice-1440')
  await page.setViewportSize(phone)
  await fine(page, 'notice-360')
  await page.setViewportSize(desktop)
  const href = await page.getByText('打开复函（PDF）').getAttribute('href')
  const pdf = await page.request.get(desk.url + href)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  await page.getByLabel('送达方式').fill('专人送达')
  await page.getByLabel('签收人').fill('王警官')
  await page.getByRole('button', { name: '登记送达' }).click()
  await page.getByText('已函复').waitFor()

  const lawyer = await come({ viewport: phone })
  await signIn(lawyer, desk, 'zhang')
  await toScreen(lawyer, '任务')
  await lawyer.getByText('赵一').waitFor()
  await fine(lawyer, 'tasks-360')
  await lawyer.getByRole('button', { name: '已提供帮助' }).first().click()
  await lawyer.getByText('已完成').waitFor()
})

test('a year without a calendar asks whoever types', async () => {
  const page = await come({ viewport: phone, colorScheme: 'dark' })
  await signIn(page, desk, 'chen')
  await page
    .getByRole('link', { name: '通知书', includeHidden: true })
    .waitFor({ state: 'attached' })
  await page.goto(`${desk.url}/console/notices/new`)
  await page.getByLabel('办案机关').fill('江城市公安局')
  await page.getByLabel('文号').fill('1号')
  await page.getByLabel('收到日期').fill('2026-12-30')
  await page.getByLabel('姓名 1').fill('赵一')
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.getByText('期限要由您核定').waitFor()
  await fine(page, 'notice-by-hand-360-dark')
  await page.getByLabel('确定律师并通知的最后日期').fill('2027-01-04')
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.getByText('期限由人工核定').waitFor()
})

test('the lawyer ticks article 7 and files papers; the ledger is there, wide and narrow', async () => {
  const client = await desk.openChat()
  await client.write('律师')
  const lawyer = await come({ viewport: desktop })
  await signIn(lawyer, desk, 'zhang')
  await lawyer.getByRole('button', { name: /接\s*单/ }).click()
  await lawyer.getByLabel('涉嫌的罪名').waitFor()
  await lawyer.getByLabel('涉嫌的罪名').fill('盗窃')
  await lawyer.getByLabel('咨询的法律问题').fill('能不能取保')
  await lawyer.getByLabel('提供的法律解答').fill('可以申请')
  await lawyer.getByRole('checkbox', { name: '已告知法律帮助的相关规定' }).check()
  await lawyer.getByText('还有2项没有勾选').waitFor()
  await lawyer.getByRole('checkbox', { name: '已结合诉讼阶段解释诉讼权利和程序' }).check()
  await lawyer.getByRole('checkbox', { name: '已解答所问的法律问题' }).check()
  await lawyer.getByLabel('办理文书').click()
  await lawyer.getByTitle('法律援助申请（24小时内转交）').click()
  await lawyer.getByLabel('姓名').fill('赵一')
  await lawyer.getByRole('button', { name: /^登\s*记$/ }).click()
  await lawyer.getByText('待送交').waitFor()
  await fine(lawyer, 'record-1440')
  await lawyer.setViewportSize(phone)
  await fine(lawyer, 'record-360')
  await lawyer.setViewportSize(desktop)
  await lawyer.getByRole('button', { name: /结束接待|结\s*束/ }).click()
  await lawyer.getByText('已解答').first().waitFor()

  const chen = await come({ viewport: desktop })
  await signIn(chen, desk, 'chen')
  await toScreen(chen, '台账')
  await chen.getByLabel('月份').fill('2026-11')
  await chen.getByText('本月1条').waitFor()
  await fine(chen, 'ledger-1440')
  await chen.setViewportSize(phone)
  await fine(chen, 'ledger-360')
  await chen.goto(`${desk.url}/console/quality`)
  await chen.getByLabel('月份').fill('2026-11')
  await chen
    .getByRole('button', { name: /评\s*分/ })
    .first()
    .click()
  await fine(chen, 'quality-360')
  await chen.setViewportSize(desktop)
  await fine(chen, 'quality-1440')

  const own = await come({ viewport: phone, colorScheme: 'dark' })
  await signIn(own, desk, 'zhang')
  await own.getByRole('link', { name: '任务', includeHidden: true }).waitFor({ state: 'attached' })
  await own.goto(`${desk.url}/console/ledger`)
  await own.getByLabel('月份').fill('2026-11')
  await own.getByRole('button', { name: /更\s*正/ }).click()
  await own.getByLabel('更正理由（会留下记录）').fill('笔误')
  await fine(own, 'own-ledger-360-dark')
})
