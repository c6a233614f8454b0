/**
 * What a new password must be, after NIST SP 800-63B revision 4 (July 2025), section 3.1.1: at least 15 characters where
 * it is the only factor, 8 where a second one is asked too; at least 64 may be used; any character, no composition rules,
 * no expiry; refused if it is on a list of common and breached ones, or made of names near at hand.
 */

export const ALONE = 15
export const WITH_SECOND = 8
export const LONGEST = 128

export type Weakness = 'short' | 'long' | 'common' | 'near'

let known: Promise<ReadonlySet<string>> | null = null

/** Offline: some fifty thousand, loaded when first a password is set. */
const common = (): Promise<ReadonlySet<string>> => {
  known ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'] as string[]),
  )
  return known
}

/** The shortest piece the word is a repetition of: `abcabc` is `abc`. */
export function pieceOf(word: string): string {
  const period = `${word}${word}`.indexOf(word, 1)
  return word.slice(0, period)
}

/** One letter after the other, up or down: 123456789012345. */
const isRun = (word: string): boolean => {
  const steps = [...word].slice(1).map((letter, index) => {
    const step = letter.charCodeAt(0) - word.charCodeAt(index)
    return step === -9 ? 1 : step === 9 ? -1 : step
  })
  return steps.length > 0 && steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

/** Null: good. `near`: names anybody would try, such as the user name and the desk's. */
export async function weakness(
  password: string,
  least: number,
  near: string[],
): Promise<Weakness | null> {
  const length = [...password].length
  if (length < least) return 'short'
  if (length > LONGEST) return 'long'
  const word = password.normalize('NFKC').toLowerCase()
  const list = await common()
  const bare = word.replace(/[\d\s!@#$%^&*._-]+$/, '')
  const pieces = [word, pieceOf(word), bare, pieceOf(bare)]
  if (pieces.some((piece) => list.has(piece) || piece.length < 4) || isRun(word)) return 'common'
  const own = near.map((name) => name.toLowerCase()).filter((name) => name.length >= 3)
  const rest = own.reduce((left, name) => left.replaceAll(name, ''), word)
  return rest.length < word.length && rest.length < least / 2 ? 'near' : null
}
