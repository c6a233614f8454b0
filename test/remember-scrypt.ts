import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * A vitest setup file. Deriving a key from a password is slow on purpose, and the same four people sign in a thousand times:
 * each derivation is made once in a process, and remembered.
 */

type Done = (error: Error | null, key: Buffer) => void
type Scrypt = (p: BinaryLike, salt: BinaryLike, length: number, o: ScryptOptions, d: Done) => void

const derive = crypto.scrypt as Scrypt
const known = new Map<string, Buffer>()

const remembered: Scrypt = (password, salt, length, options, done) => {
  const name = JSON.stringify([password, salt, length, options])
  const key = known.get(name)
  if (key) {
    setImmediate(done, null, Buffer.from(key))
    return
  }
  derive(password, salt, length, options, (error, made) => {
    if (!error) known.set(name, Buffer.from(made))
    done(error, made)
  })
}

// Where files share a process, the first has done it.
if (derive.name !== remembered.name) {
  crypto.scrypt = remembered as typeof crypto.scrypt
  syncBuiltinESMExports()
}
