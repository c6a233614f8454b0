import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { smallDesk, TestDesk } from '../harness.ts'
import { accessible, desktop, fits, people, phone, shot, signIn, toScreen } from './browser.ts'

/** Scene 4: she drags a name into the gap; he gets asked; it turns green when he accepts. */

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const shift = (lawyer: string, from: string, to: string) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'rotating',
  days: week,
  from,
  to,
})

let desk: TestDesk
const come = people(async () => {
  desk = await TestDesk.open({
    ...smallDesk(),
    stations: [
      { id: 'jiangcheng', name: '江城市法律援助工作站', phone: '+862712345678' },
      { id: 'hebei', name: '河北区工作站' },
    ],
    shifts: [shift('zhang', '08:00', '14:00'), shift('li', '20:00', '08:00')],
    hours: [{ station: 'jiangcheng', methods: ['phone'], days: week, from: '00:00', to: '24:00' }],
  })
  desk.now = Date.now()
  return desk
})

async function looked(page: Page, name: string): Promise<void> {
  await accessible(page, name)
  await fits(page, name)
  await shot(page, name)
}
const rota = async (page: Page) => {
  await signIn(page, desk, 'chen')
  await toScreen(page, '值班表')
  await page.locator('.rota-picture .hole').first().waitFor()
  // Today's may be half over; next week's are whole.
  await page.getByRole('button', { name: /往\s*后/ }).click()
  await page.locator('.hole').nth(6).waitFor()
}

test('a name dragged into the gap: asked, agreed to on a phone, filled, green', async () => {
  const chen = await come({ viewport: desktop })
  await rota(chen)
  const holes = chen.locator('.rota-picture .hole')
  const before = await holes.count()
  await chen.locator('.name', { hasText: '王芳' }).dragTo(holes.nth(3))
  await chen.getByText('已请王芳，等答复').waitFor()
  await looked(chen, 'asked-1440')
  expect(await holes.count()).toBe(before)

  const wang = await come()
  await signIn(wang, desk, 'wang')
  await toScreen(wang, '我的班')
  await wang.getByText('协调员请您值班').waitFor()
  await looked(wang, 'duty-asked-360')
  await wang.getByRole('button', { name: '同意值班' }).click()
  await chen.locator('.stint.agreed', { hasText: '14:00–20:00' }).waitFor()
  await expect.poll(() => holes.count()).toBe(before - 1)
  await looked(chen, 'agreed-1440')
})

test('a duty dragged to a colleague’s row and another day is theirs once they agree; declined, it stays', async () => {
  const chen = await come({ viewport: desktop })
  await rota(chen)
  const row = (name: string) =>
    chen.locator('tbody tr', { has: chen.locator(`th:has-text("${name}")`) })
  const cell = (name: string, n: number) => row(name).locator('td').nth(n)
  await cell('张敏', 2).locator('.stint').dragTo(cell('王芳', 4))
  await cell('张敏', 2).locator('.stint.pending').waitFor()
  expect(await cell('王芳', 4).locator('.stint').count()).toBe(0)
  const wang = await desk.signIn('wang')
  const [asked] = (await wang.get('/duty-asks')).body.items
  await wang.post(`/duty-asks/${asked.id}/accept`)
  await cell('王芳', 4).locator('.stint', { hasText: '08:00–14:00' }).waitFor()
  await expect.poll(() => cell('张敏', 2).locator('.stint').count()).toBe(0)

  await chen.locator('.name', { hasText: '王芳' }).dragTo(cell('李伟', 1).locator('.stint'))
  await cell('李伟', 1).locator('.stint.pending').waitFor()
  const [again] = (await wang.get('/duty-asks')).body.items.filter(
    ({ state }: { state: string }) => state === 'asked',
  )
  await wang.post(`/duty-asks/${again.id}/decline`)
  await expect.poll(() => cell('李伟', 1).locator('.stint.pending').count()).toBe(0)
  expect(await cell('李伟', 1).locator('.stint').count()).toBe(1)
})

test('the same by keyboard alone; and taken back again', async () => {
  const chen = await come({ viewport: desktop })
  await rota(chen)
  await chen.locator('.rota-picture .hole').nth(2).focus()
  await chen.keyboard.press('Enter')
  await chen.getByRole('combobox', { name: '请谁' }).focus()
  await chen.keyboard.press('ArrowDown')
  await chen.getByTitle('王芳', { exact: true }).waitFor()
  await chen.keyboard.press('ArrowDown')
  await chen.keyboard.press('ArrowDown')
  await chen.keyboard.press('Enter')
  await chen.getByRole('button', { name: '请对方值班，同意后算数' }).focus()
  await chen.keyboard.press('Enter')
  await chen.getByText(/已请..，等答复/).waitFor()
  await chen
    .getByRole('button', { name: /^撤\s*回$/ })
    .first()
    .click()
  await expect.poll(() => chen.getByText(/已请..，等答复/).count()).toBe(0)
})

test.each(['light', 'dark'] as const)(
  'week and month, by lawyer and by station, narrow and wide: %s',
  async (colorScheme) => {
    const people = await desk.signIn('chen')
    await people.patch('/lawyers/li', { status: 'suspended', reason: '投诉核查' })
    const chen = await come({ viewport: desktop, colorScheme })
    await rota(chen)
    await looked(chen, `week-lawyer-1440-${colorScheme}`)
    await chen.getByText('按工作站').click()
    await looked(chen, `week-station-1440-${colorScheme}`)
    await chen.getByText('月', { exact: true }).click()
    await chen.locator('.month .hole').first().waitFor()
    await looked(chen, `month-station-1440-${colorScheme}`)
    await chen.getByText('按律师').click()
    await looked(chen, `month-lawyer-1440-${colorScheme}`)
    const small = await come({ viewport: phone, colorScheme })
    await signIn(small, desk, 'chen')
    await toScreen(small, '值班表')
    await small.locator('.hole').first().waitFor()
    await looked(small, `week-360-${colorScheme}`)
    await small.locator('.hole').last().click()
    await small.getByRole('combobox', { name: '请谁' }).waitFor()
    await looked(small, `fill-360-${colorScheme}`)
  },
)
