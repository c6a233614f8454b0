import type { Browser } from 'playwright-core'
import { signIn } from '../../test/browser/browser.ts'
import { TestDesk } from '../../test/harness.ts'
import { come, shoot } from './camera.ts'

/** The main job, picture by picture: a client on a small phone, and the lawyer on hers. */
export async function story(browser: Browser, to: (name: string) => string): Promise<void> {
  const desk = await TestDesk.open()
  // So that the wait on the offer is one worth showing.
  desk.now = Date.now() - 80_000
  const reader = await come(browser, '360', 'light')
  await reader.goto(`${desk.url}/chat`)
  await reader.getByRole('button', { name: '了解认罪认罚' }).click()
  await reader.getByRole('button', { name: '认罪、认罚各指什么' }).click()
  const step = reader.locator('.step').nth(1)
  await step.locator('details.term summary').first().click()
  await step.locator('details.cites summary').click()
  await shoot(reader, to('learn-in-chat-360'), '360')

  const client = await come(browser, '360', 'light')
  await client.goto(`${desk.url}/chat?to=lawyer`)
  await client.getByLabel('写给值班律师').fill('明天9点派出所叫我去，没说什么事，我该怎么办')
  await client.getByRole('button', { name: '发送' }).click()
  await client.getByText('正在请值班律师接待您').waitFor()
  await shoot(client, to('client-waiting-360'), '360')

  const lawyer = await come(browser, '360', 'light')
  await signIn(lawyer, desk, 'zhang')
  await lawyer.getByText('有一位当事人等候').waitFor()
  await shoot(lawyer, to('lawyer-offer-360'), '360')
  await lawyer.getByRole('button', { name: /接\s*单/ }).click()
  await lawyer
    .getByLabel('写给当事人')
    .fill('您好，我是值班律师张敏。先问清楚：您是嫌疑人还是证人？')
  await lawyer.getByRole('button', { name: /^发\s*送$/ }).click()
  await client.getByText('您好，我是值班律师张敏').waitFor()
  await client.getByLabel('写给值班律师').fill('电话里没说，只说让我明天9点去解放路派出所')
  await client.getByRole('button', { name: '发送' }).click()
  await lawyer.getByText('解放路派出所').waitFor()
  await shoot(client, to('client-talk-360'), '360')
  await desk.close()
}
