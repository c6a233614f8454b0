import { expect } from 'vitest'
import { FakeOpenAi } from '../fake-openai.ts'
import { type ChatClient, type Person, TestDesk } from '../harness.ts'

/** A desk with a language model beside it, and a client who has a lawyer. */

export async function openWithModel(): Promise<{ model: FakeOpenAi; desk: TestDesk }> {
  const model = new FakeOpenAi()
  return { model, desk: await TestDesk.open(undefined, () => model.config()) }
}

export async function closeBoth(desk: TestDesk, model: FakeOpenAi): Promise<void> {
  await desk.close()
  await model.close()
  expect(model.faults).toEqual([])
}

export const good = {
  charge: '盗窃罪',
  question: '取保候审期间能不能去外地打工？',
  answer: '告知离开所居住的市、县要经执行机关批准，应当先申请。',
}

export const theft = '我涉嫌盗窃，取保候审在家，能去外地打工吗？'

/** A client who has a lawyer, with one answer given. */
export async function talk(
  desk: TestDesk,
  words: string,
  who = 'zhang',
): Promise<{ client: ChatClient; zhang: Person; id: string }> {
  const client = await desk.openChat()
  await client.write('律师')
  await client.write(words)
  const zhang = await desk.signIn(who)
  expect((await zhang.takeFirst()).status).toBe(200)
  await zhang.say(client.conversation, '离开所居住的市、县要经执行机关批准，请先申请。')
  return { client, zhang, id: client.conversation }
}

export const draft = (zhang: Person, id: string) => zhang.post(`/conversations/${id}/draft`)
