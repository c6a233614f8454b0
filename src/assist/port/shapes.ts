import { ModelError } from './model.ts'

/** Answers of either API, whole or as a stream, read into their text. */

/** No purpose needs more. */
const LONGEST = 40_000

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** chat.completion, or response. Cut off, withheld or refused is no answer. */
export function wholeText(body: unknown): string {
  if (!isJson(body)) throw new ModelError('broken')
  const [choice] = list(body.choices)
  if (choice) {
    const message = isJson(choice.message) ? choice.message : {}
    if (ended(choice.finish_reason)) return text(message.content)
    throw new ModelError('broken')
  }
  const source = isJson(body.response) ? body.response : body
  if (source.status === 'failed' || source.status === 'incomplete') throw new ModelError('broken')
  return list(source.output)
    .filter(({ type }) => type === undefined || type === 'message')
    .flatMap(({ content }) => list(content))
    .filter(({ type }) => type === 'output_text' || type === 'text')
    .map((part) => text(part.text))
    .join('')
}

const ended = (reason: unknown): boolean =>
  reason !== 'length' && reason !== 'content_filter' && reason !== 'tool_calls'

/** Gathers a stream's pieces; chat.completion.chunk, or response.* events. */
export class Gathered {
  text = ''

  add(event: unknown): void {
    if (!isJson(event)) return
    const type = text(event.type)
    if (type === 'error' || type === 'response.failed' || type === 'response.incomplete') {
      throw new ModelError('broken')
    }
    if (type === 'response.output_text.delta') this.#push(text(event.delta))
    else if (type === 'response.completed' && this.text === '') this.#push(wholeText(event))
    const [choice] = list(event.choices)
    if (!choice) return
    if (!ended(choice.finish_reason)) throw new ModelError('broken')
    const part = isJson(choice.delta) ? choice.delta : choice.message
    if (isJson(part)) this.#push(text(part.content))
  }

  #push(piece: string): void {
    this.text += piece
    if (this.text.length > LONGEST) throw new ModelError('broken')
  }
}
