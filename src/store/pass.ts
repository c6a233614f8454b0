import type { Seal } from './seal.ts'

/**
 * What opens a client's own data for a day, for those who have no token of their own: sent to the number or chat it is
 * about, so that holding it proves the same as the chat page's token does. It is kept nowhere; forgetting ends it.
 */

const DAY = 86_400_000
const CONTEXT = 'my data'

export const passFor = (seal: Seal, contact: string, now: number): string =>
  seal.sealText(null, `${now + DAY} ${contact}`, CONTEXT).toString('base64url')

/** The contact it was made for; null where it is no pass, or its day is over. */
export function contactOfPass(seal: Seal, pass: string, now: number): string | null {
  const bytes = Buffer.from(pass, 'base64url')
  if (bytes.length < 40 || bytes.length > 200) return null
  const plain = seal.openIfOurs(bytes, CONTEXT)
  if (plain === null) return null
  const [until = '0', contact = ''] = plain.split(' ')
  return Number(until) > now && contact !== '' ? contact : null
}
