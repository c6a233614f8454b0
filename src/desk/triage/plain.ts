import { spellings } from './dialect.ts'
import { simplify } from './letters.ts'
import { rightly } from './sounds.ts'

/** A client's words made plain for comparing: one script, one spelling, one mark between clauses. */

const cjk = '\\u3400-\\u9fff'
/** A space between words parts clauses; between single letters it parts nothing. */
const between = new RegExp(`(?<=[${cjk}]{2})\\s+(?=[${cjk}]{2})`, 'g')
const besideCjk = new RegExp(`(?<=[${cjk}])\\s+|\\s+(?=[${cjk}])`, 'g')

export function plain(text: string): string {
  const folded = simplify(text.normalize('NFKC').toLowerCase())
    .replace(/\p{Cf}/gu, '')
    .replace(/[’']/g, "'")
    .replace(/[，。！？、；：,.!?;:\n\r~…—\-"“”‘()（）【】[\]<>《》*_#|/\\]+/g, ',')
    .replace(between, ',')
    .replace(besideCjk, '')
    .replace(/\s+/g, ' ')
  return spellings
    .reduce((said, [spelling, word]) => said.replace(spelling, word), rightly(folded))
    .trim()
}
