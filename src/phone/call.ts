import { EventEmitter } from 'node:events'
import type { Verb } from './twiml-rules.ts'

/** One call as the carrier sees it: it fetches TwiML, does what it says, and comes back with what was pressed. */

export type Fetch = (url: string, form: Record<string, string>) => Promise<Verb[]>

export type CallStatus =
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'canceled'
  | 'failed'

/** What came from the phone; null: nothing in time. */
type Input = Record<string, string> | null

export interface CallEvents {
  /** Text spoken to whoever holds this phone. */
  said: [text: string]
  /** A key is waited for. */
  asked: [seconds: number]
  joined: [room: string]
  left: [room: string]
  ended: [status: CallStatus]
}

export interface CallParts {
  sid: string
  from: string
  to: string
  direction: 'inbound' | 'outbound-api'
  fetch: Fetch
  rooms: Rooms
  /** Whether silence passes by itself; a test decides that for itself. */
  realTime: boolean
}

export class Call extends EventEmitter<CallEvents> {
  readonly sid: string
  readonly from: string
  readonly to: string
  status: CallStatus = 'ringing'
  /** Everything said so far. */
  readonly heard: string[] = []
  room: string | null = null
  /** The URL a pressed key goes to, while one is waited for. */
  asking: string | null = null
  readonly #parts: CallParts
  #press: ((input: Input) => void) | null = null
  #leave: (() => void) | null = null
  /** Grows when the call is told to do something else; older instructions then stop. */
  #turn = 0
  #done: Promise<void> = Promise.resolve()

  constructor(parts: CallParts) {
    super()
    this.#parts = parts
    this.sid = parts.sid
    this.from = parts.from
    this.to = parts.to
  }

  get over(): boolean {
    return this.status !== 'ringing' && this.status !== 'in-progress'
  }

  get form(): Record<string, string> {
    const { sid, from, to, direction } = this.#parts
    return { CallSid: sid, From: from, To: to, CallStatus: this.status, Direction: direction }
  }

  /** Picked up, or told to go elsewhere: from here on this URL says what happens. */
  goTo(url: string, more: Record<string, string> = {}): Promise<void> {
    this.status = 'in-progress'
    const turn = ++this.#turn
    this.#interrupt()
    this.#done = this.#follow(turn, url, more)
    return this.#done
  }

  press(digit: string): boolean {
    return this.#answer({ Digits: digit })
  }

  speak(words: string): boolean {
    return this.#answer({ SpeechResult: words })
  }

  /** Says nothing until the desk stops waiting. */
  silence(): boolean {
    return this.#answer(null)
  }

  end(status: CallStatus): void {
    if (this.over) return
    this.status = status
    this.#turn++
    this.#interrupt()
    this.emit('ended', status)
  }

  #answer(input: Input): boolean {
    const press = this.#press
    this.#press = null
    press?.(input)
    return press !== null
  }

  #interrupt(): void {
    this.#answer(null)
    this.asking = null
    this.#leave?.()
    this.#leave = null
  }

  async #follow(turn: number, url: string, more: Record<string, string>): Promise<void> {
    let next: { url: string; more: Record<string, string> } | null = { url, more }
    while (next && turn === this.#turn) {
      const verbs: Verb[] = await this.#parts.fetch(next.url, { ...this.form, ...next.more })
      if (turn !== this.#turn) return
      next = await this.#perform(turn, verbs)
      if (next === null && turn === this.#turn) this.end('completed')
    }
  }

  /** Null: the document is at its end, and so is the call. */
  async #perform(
    turn: number,
    verbs: Verb[],
  ): Promise<{ url: string; more: Record<string, string> } | null> {
    for (const verb of verbs) {
      if (turn !== this.#turn) return null
      switch (verb.name) {
        case 'Say':
          this.#hear(verb)
          break
        case 'Gather': {
          const input = await this.#gather(verb)
          if (input && turn === this.#turn)
            return { url: verb.attributes.action ?? '', more: input }
          break
        }
        case 'Redirect':
          return { url: verb.text.trim(), more: {} }
        case 'Dial': {
          await this.#join(verb)
          if (turn !== this.#turn || !verb.attributes.action) break
          return { url: verb.attributes.action, more: { DialCallStatus: 'completed' } }
        }
        case 'Hangup':
          return null
        default:
      }
    }
    return null
  }

  #hear(verb: Verb): void {
    this.heard.push(verb.text)
    this.emit('said', verb.text)
  }

  async #gather(verb: Verb): Promise<Record<string, string> | null> {
    for (const said of verb.children) if (said.name === 'Say') this.#hear(said)
    const seconds = Number(verb.attributes.timeout ?? 5)
    this.asking = verb.attributes.action ?? ''
    this.emit('asked', seconds)
    let timer: NodeJS.Timeout | undefined
    const input = await new Promise<Input>((resolve) => {
      this.#press = resolve
      if (this.#parts.realTime) timer = setTimeout(() => this.silence(), seconds * 1000)
    })
    clearTimeout(timer)
    this.asking = null
    return input
  }

  async #join(verb: Verb): Promise<void> {
    const conference = verb.children.find(({ name }) => name === 'Conference')
    if (!conference) return
    const room = conference.text.trim()
    this.room = room
    const ends = conference.attributes.endConferenceOnExit === 'true'
    await new Promise<void>((resolve) => {
      this.#leave = resolve
      this.#parts.rooms.enter(room, this, () => this.#leave?.())
      this.emit('joined', room)
    })
    this.#leave = null
    this.room = null
    this.#parts.rooms.leave(room, this, ends)
    this.emit('left', room)
  }
}

/** Who is in which conference; one whose leaving ends it takes the others out. */
export class Rooms {
  readonly #rooms = new Map<string, Map<Call, () => void>>()

  enter(room: string, call: Call, out: () => void): void {
    const members = this.#rooms.get(room) ?? new Map()
    members.set(call, out)
    this.#rooms.set(room, members)
  }

  leave(room: string, call: Call, ends: boolean): void {
    const members = this.#rooms.get(room)
    if (!members?.delete(call)) return
    if (members.size === 0 || ends) this.#rooms.delete(room)
    if (ends) for (const out of members.values()) out()
  }

  in(room: string): Call[] {
    return [...(this.#rooms.get(room)?.keys() ?? [])]
  }
}
