import OpenAI from 'openai'
import type { Db, Engine } from '../../src/store/engine.ts'

/** What later features stand on, tried inside workerd against a fake on this machine. */
export const smokes: Record<string, (request: Request) => Promise<Response>> = {
  '/__smoke/openai': async (request) => {
    const { baseURL } = (await request.json()) as { baseURL: string }
    const model = new OpenAI({ apiKey: 'key', baseURL, maxRetries: 0 })
    const { choices } = await model.chat.completions.create({
      model: 'any',
      messages: [{ role: 'user', content: '你好' }],
    })
    return Response.json(choices[0]?.message.content ?? null)
  },
}

/** Three pieces of work at once, the second of which breaks; then a transaction that breaks. What is left of them. */
export async function undone({ atomically, db }: Engine): Promise<object> {
  const write = (tx: Db, key: string) =>
    tx
      .insertInto('meta')
      .values({ key: `undone ${key}`, value: '' })
      .execute()
  const works = ['one', 'two', 'three'].map((key) =>
    atomically(async (tx) => {
      await write(tx, key)
      if (key === 'two') throw new Error('no')
      return 'kept'
    }).catch((error: Error) => error.message),
  )
  const outcomes = await Promise.all(works)
  await db
    .transaction()
    .execute(async (tx) => {
      await write(tx, 'four')
      throw new Error('no')
    })
    .catch(() => {})
  const rows = await db.selectFrom('meta').select('key').where('key', 'like', 'undone %').execute()
  const keys = rows.map(({ key }) => key.slice('undone '.length))
  return {
    outcomes,
    kept: keys.filter((key) => key !== 'four').toSorted(),
    whole: keys.filter((key) => key === 'four'),
  }
}
