import { createCipheriv, createSecretKey } from 'node:crypto'

/**
 * A pair of characters as the index knows it: 48 bits of AES-256 over the pair, under a key of its own. One pass of the
 * cipher hashes all pairs of a text. Two different pairs share a hash once in 10^14.
 */
export const TOKEN = 6
const BLOCK = 16

export type Hash = (runs: readonly string[]) => Buffer

/** Hashes all pairs in runs of letters, each pair once. */
export function pairHash(key: Uint8Array): Hash {
  const cipher = createCipheriv('aes-256-ecb', createSecretKey(key), null)
  cipher.setAutoPadding(false)
  return (runs) => {
    const pairs = pairsIn(runs)
    const plain = Buffer.alloc(pairs.size * BLOCK)
    const words = new DataView(plain.buffer, plain.byteOffset, plain.byteLength)
    let at = 0
    for (const pair of pairs) {
      words.setUint32(at, firstOf(pair))
      words.setUint32(at + 4, secondOf(pair))
      at += BLOCK
    }
    // Whole blocks each by itself: nothing of one text is left in the cipher for the next.
    const hashed = cipher.update(plain)
    const tokens = Buffer.allocUnsafe(pairs.size * TOKEN)
    for (let from = 0, to = 0; from < hashed.length; from += BLOCK, to += TOKEN) {
      tokens.writeUIntBE(hashed.readUIntBE(from, TOKEN), to, TOKEN)
    }
    return tokens
  }
}

/**
 * A pair as one number: 32 bits, which cost no memory of their own, where both are of the first 2^16 characters; above
 * all of these otherwise.
 */
const ABOVE = 2 ** 32
const POINTS = 0x110000
const pairOf = (first: number, second: number): number =>
  (first | second) > 0xffff ? ABOVE + first * POINTS + second : (first << 16) | second
const firstOf = (pair: number): number =>
  pair >= ABOVE ? Math.floor((pair - ABOVE) / POINTS) : pair >>> 16
const secondOf = (pair: number): number => (pair >= ABOVE ? (pair - ABOVE) % POINTS : pair & 0xffff)

function pairsIn(runs: readonly string[]): Set<number> {
  const pairs = new Set<number>()
  for (const run of runs) {
    let last = -1
    for (let i = 0; i < run.length; i++) {
      const point = run.codePointAt(i) ?? 0
      if (point > 0xffff) i++
      if (last >= 0) pairs.add(pairOf(last, point))
      last = point
    }
  }
  return pairs
}

/** As FTS5 is given them. */
export function asText(tokens: Buffer, between: string): string {
  const hex = tokens.toString('hex')
  let text = hex.slice(0, TOKEN * 2)
  for (let i = TOKEN * 2; i < hex.length; i += TOKEN * 2) {
    text += between + hex.slice(i, i + TOKEN * 2)
  }
  return text
}

/** As PostgreSQL is given them. */
export function asNumbers(tokens: Buffer): number[] {
  const numbers: number[] = []
  for (let i = 0; i < tokens.length; i += TOKEN) numbers.push(tokens.readUIntBE(i, TOKEN))
  return numbers
}
