import type { Grounds } from '../guard/grounds.ts'
import { libraryOf } from '../guard/grounds.ts'
import { withoutOrders } from '../guard/injection.ts'
import type { Context } from './purpose.ts'

/** What this conversation gives an answer to rest on. */
export function groundsOf({ material, content }: Context): Grounds {
  const { talk, words, by, record, read } = material
  const all = [...talk, ...(words ? [{ who: by, text: words }] : [])]
  const client = all.filter(({ who }) => who === 'client').map(({ text }) => withoutOrders(text))
  return {
    library: libraryOf(content),
    told: client.map(({ sent }) => sent),
    advised: [
      ...all.filter(({ who }) => who === 'lawyer').map(({ text }) => text),
      ...read,
      ...(record ? [record.charge, record.question, record.answer] : []),
    ],
    tainted: client.flatMap(({ withheld }) => withheld),
  }
}
