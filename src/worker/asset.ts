import type { Asset } from '../web/parts.ts'
import type { Env } from './env.ts'

export async function assetOf(env: Env, path: string): Promise<Asset | null> {
  const answer = await env.ASSETS.fetch(new URL(path, 'http://assets/'))
  if (!answer.ok) return null
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  return { body: new Uint8Array(await answer.arrayBuffer()), type }
}
