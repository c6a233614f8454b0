import { expect, test } from 'vitest'
import { smallDesk, TestDesk, week } from '../harness.ts'
import { accessible, desktop, fits, people, phone, signIn } from './browser.ts'

/** The coordinator's first page: what is due to others, and the one click for it. */

let desk: TestDesk
const come = people(async () => {
  const file = smallDesk()
  desk = await TestDesk.open({
    ...file,
    shifts: [{ ...file.shifts[0], from: '08:00', to: '20:00' }],
    hours: [{ station: 'jiangcheng', methods: ['phone'], days: week, from: '00:00', to: '24:00' }],
  })
  desk.now = Date.now()
  return desk
})

test('a notice gets its lawyer, an application is handed on, a gap is asked of somebody; each from there', async () => {
  const chen = await desk.signIn('chen')
  const today = new Date(desk.now + 8 * 3_600_000).toISOString().slice(0, 10)
  const filed = await chen.post('/notices', {
    authority: '江城市公安局',
    number: '18号',
    receivedOn: today,
    people: [{ name: '赵一', charge: '盗窃', stage: 'investigation' }],
  })
  await chen.post(`/notices/${filed.body.id}/assign`, { lawyer: 'li' })
  await chen.post('/notices', {
    authority: '江城区人民检察院',
    number: '7号',
    receivedOn: today,
    people: [{ name: '钱玥', charge: '诈骗', stage: 'prosecution_review' }],
  })
  const li = await desk.signIn('li')
  const { items } = (await li.get('/tasks')).body
  const asked = await li.post('/aid-applications', { task: items[0].id, person: '赵一' })
  expect(asked.status).toBe(201)

  const page = await come({ viewport: desktop })
  await signIn(page, desk, 'chen')
  await page.getByText('律师已定，还没有告知办案机关').waitFor()
  await page.getByText('1人还没有律师').waitFor()
  await accessible(page, 'now')
  await page.getByLabel('指定律师 7号').click()
  await page.getByTitle('王芳').click()
  await expect.poll(() => page.getByText('律师已定，还没有告知办案机关').count()).toBe(2)
  await page.getByRole('button', { name: '已转交' }).click()
  await page.getByLabel('送达方式').fill('专人送达')
  await page.getByRole('button', { name: '登记送达' }).click()
  await expect.poll(() => page.getByText('法律援助申请 ·').count()).toBe(0)
  await page
    .getByRole('button', { name: /请人值班/ })
    .first()
    .click()
  await page.getByRole('dialog').getByText('江城市法律援助工作站').waitFor()
  await page.keyboard.press('Escape')
  await page.setViewportSize(phone)
  await fits(page, 'now')
})

test('the figures say what they cannot say: too few calls', async () => {
  const page = await come({ colorScheme: 'dark' })
  await signIn(page, desk, 'chen')
  await page.getByRole('heading', { name: '现在' }).waitFor()
  await page.goto(`${desk.url}/console/figures`)
  await page.getByText('这段时间只有 0 次来电').waitFor()
  await accessible(page, 'figures')
  await fits(page, 'figures')
})
