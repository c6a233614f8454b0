import * as real from '../../node_modules/@better-auth/utils/dist/password.node.mjs'

/** In place of `@better-auth/utils/password` in the Worker under test, for the reason of ../remember-scrypt.ts. */

export const { hashPassword } = real

const known = new Map<string, Promise<boolean>>()

export function verifyPassword(hash: string, password: string): Promise<boolean> {
  const name = `${hash} ${password}`
  const answer = known.get(name) ?? real.verifyPassword(hash, password)
  known.set(name, answer)
  return answer
}
