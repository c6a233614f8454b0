import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { FaultError } from '../desk/fault.ts'
import { conversationsOfContact, myData } from '../store/read/my-data.ts'
import { checked, readJson } from './answer.ts'
import { MAX_TEXT } from './api/staff-app.ts'
import { contactOf } from './chat-api.ts'
import type { WebParts } from './parts.ts'

/** A client's own data by their token: seen and taken along, corrected, forgotten (PIPL 44–48). */

const correction = z.object({ text: z.string().trim().min(1).max(MAX_TEXT) })

export function myDataApi(parts: WebParts): Hono {
  const app = new Hono()
  app.get('/data', async (c) => {
    const { id } = await contactOf(c, parts)
    return exported(c, parts, id)
  })
  app.post('/corrections', async (c) => {
    const { id } = await contactOf(c, parts)
    const { text } = checked(correction, await readJson(c))
    await correct(parts, id, text)
    return c.json({ kept: true }, 202)
  })
  app.delete('/data', async (c) => {
    const { id } = await contactOf(c, parts)
    return c.json(await forget(parts, id), 200)
  })
  return app
}

export async function exported(c: Context, parts: WebParts, contact: string): Promise<Response> {
  const { engine, seal } = parts
  c.header('content-disposition', 'attachment; filename="my-data.json"')
  c.header('cache-control', 'no-store')
  return c.json(await myData(engine.db, seal, await parts.desk(), contact))
}

/** Beside the latest conversation, for whoever reads it. */
export async function correct(parts: WebParts, contact: string, words: string): Promise<void> {
  const conversation = (await conversationsOfContact(parts.engine.db, contact)).at(-1)
  if (conversation === undefined) throw new FaultError('not_found')
  await parts.handle({ type: 'client.corrected', conversation, words })
}

/** `later`: conversations still under way, forgotten once they are over. */
export async function forget(
  parts: WebParts,
  contact: string,
): Promise<{ forgotten: number; later: number }> {
  const ids = await conversationsOfContact(parts.engine.db, contact)
  for (const conversation of ids) {
    await parts.handle({ type: 'conversation.forget', conversation, by: 'client' })
  }
  const later = (await conversationsOfContact(parts.engine.db, contact)).length
  return { forgotten: ids.length - later, later }
}
