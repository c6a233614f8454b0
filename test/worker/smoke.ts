import OpenAI from 'openai'

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
