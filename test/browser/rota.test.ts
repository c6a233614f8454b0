import { expect, test } from 'vitest'
import { smallDesk, TestDesk } from '../harness.ts'
import { accessible, desktop, fits, people, shot, signIn, toScreen } from './browser.ts'

/** The rota as a coordinator and a lawyer work with it, and as the public sees and prints it. */

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const shift = (lawyer: string, from: string, to: string, tier = 'primary') => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier,
  mode: 'rotating',
  days: week,
  from,
  to,
})

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open({
    ...smallDesk(),
    shifts: [shift('zhang', '08:00', '20:00'), shift('li', '20:00', '08:00')],
    hours: [{ station: 'jiangcheng', methods: ['phone'], days: week, from: '00:00', to: '24:00' }],
    authorities: [{ id: 'police', name: '江城市公安局', kind: 'police' }],
  })
  desk.now = Date.now()
  return desk
})

test('a lawyer asks for leave; the coordinator grants it, sees the gap in red, covers it', async () => {
  const lawyer = await come()
  await signIn(lawyer, desk, 'zhang')
  await toScreen(lawyer, '我的班')
  const day = new Date(Date.now() + 8 * 3_600_000 + 2 * 86_400_000).toISOString().slice(0, 10)
  await lawyer.getByLabel('开始').fill(`${day}T08:00`)
  await lawyer.getByLabel('结束').fill(`${day}T20:00`)
  await lawyer.getByLabel('理由').fill('开庭')
  await lawyer.getByRole('button', { name: /提\s*出/ }).click()
  await lawyer.getByText('待批').waitFor()

  const chen = await come({ viewport: desktop })
  await signIn(chen, desk, 'chen')
  await toScreen(chen, '值班表')
  await chen.getByText('今后四周没有空缺。').waitFor()
  await chen.getByText('开庭').waitFor()
  await chen.getByRole('button', { name: /^同\s*意$/ }).click()
  await chen.getByText('今后四周有 1 处空缺').waitFor()
  await lawyer.getByText('已同意').waitFor()
  // The week after may hold the day.
  if ((await chen.locator('.hole').count()) === 0) {
    await chen.getByRole('button', { name: /往\s*后/ }).click()
  }
  await chen.locator('.hole').waitFor()
  await shot(chen, 'rota-gap')
  await chen.getByLabel('律师', { exact: true }).click()
  await chen.getByTitle('王芳', { exact: true }).click()
  await chen.getByLabel('开始').fill(`${day}T08:00`)
  await chen.getByLabel('结束').fill(`${day}T20:00`)
  await chen.getByRole('button', { name: /加\s*入/ }).click()
  await chen.getByText('今后四周没有空缺。').waitFor()
})

test('a swap is asked on one phone and agreed to on another', async () => {
  const [zhang, li] = [await come(), await come()]
  await signIn(zhang, desk, 'zhang')
  await toScreen(zhang, '我的班')
  await signIn(li, desk, 'li')
  await toScreen(li, '我的班')
  await zhang.getByRole('button', { name: '找人换' }).last().click()
  await zhang.getByLabel('同事').click()
  await zhang.getByTitle('李伟').click()
  await shot(zhang, 'swap-360')
  await zhang
    .getByRole('dialog')
    .getByRole('button', { name: /提\s*出/ })
    .click()
  await li.getByText('请您换班').waitFor()
  await accessible(li)
  await shot(li, 'swap-asked-360')
  await li.getByRole('button', { name: '同意换班' }).click()
  await zhang.getByText('已同意').waitFor()
  await li.getByText('与张敏换班').waitFor()
})

test('suspending in the register takes a reason and says what it leaves empty; publishing shows who has it', async () => {
  const chen = await come()
  await signIn(chen, desk, 'chen')
  await toScreen(chen, '名册')
  await chen.getByRole('button', { name: '修改 张敏' }).click()
  await chen.getByLabel('状态').click()
  await chen.getByTitle('暂停').click()
  expect(await chen.getByRole('button', { name: /保\s*存/ }).isDisabled()).toBe(true)
  await chen.getByLabel(/变更状态的理由/).fill('投诉核查')
  await chen.getByRole('button', { name: /保\s*存/ }).click()
  await chen.getByText(/今后八周空出 \d+ 个班/).waitFor()
  await chen.getByText('在册 → 暂停').waitFor()
  await shot(chen, 'register-360')

  await toScreen(chen, '值班表')
  await chen.getByRole('button', { name: /发\s*布/ }).click()
  await chen.getByText(/已发布到/).waitFor()
  const authority = await come()
  await authority.goto(
    (await chen.getByRole('link', { name: '专用链接' }).getAttribute('href')) ?? '',
  )
  await accessible(authority)
  await shot(authority, 'authority-360')
  await authority.getByRole('button', { name: '已收到' }).click()
  await chen.getByText(/确认收到/).waitFor()
})

test('a lawyer’s entry in the register, opened, reads and fits', async () => {
  const facts = await desk.signIn('chen')
  await facts.patch('/lawyers/li', { status: 'suspended', reason: '投诉核查' })
  const chen = await come({ colorScheme: 'dark' })
  await signIn(chen, desk, 'chen')
  await toScreen(chen, '名册')
  await chen.getByRole('button', { name: '修改 李伟' }).click()
  await chen.getByText('投诉核查').waitFor()
  await accessible(chen, 'register')
  await fits(chen, 'register')
})

test('today’s list is one sheet of A4, in both languages', async () => {
  const page = await come()
  for (const path of ['/today', '/today?lang=en']) {
    await page.goto(desk.url + path)
    const pdf = await page.pdf({
      format: 'A4',
      ...(process.env.SHOTS ? { path: `${process.env.SHOTS}/today${path.length}.pdf` } : {}),
    })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  }
})
