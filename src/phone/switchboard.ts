import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from './call.ts'
import type { Carrier } from './carrier.ts'
import { masked, words } from './words.ts'

/** The telephones on the table: the client's, and those of the lawyers that ring. Keys go to the one in hand. */

interface Phone {
  /** m for the client, a b c … for lawyers. */
  letter: string
  label: string
  call: Call
}

/** How long a key waits to be asked for, in milliseconds. */
const PATIENCE = 15_000

export class Switchboard {
  readonly #carrier: Carrier
  readonly #from: string
  readonly #number: string
  readonly #nameOf: (phone: string) => string
  readonly #print: (line: string) => void
  readonly #phones = new Map<string, Phone>()
  #inHand = 'm'

  constructor(
    carrier: Carrier,
    from: string,
    number: string,
    nameOf: (phone: string) => string,
    print: (line: string) => void,
  ) {
    this.#carrier = carrier
    this.#from = from
    this.#number = number
    this.#nameOf = nameOf
    this.#print = print
    carrier.on('ringing', (call) => this.#ring(call))
    carrier.on('fault', (what) => print(`! ${words.fault}: ${what}`))
    carrier.on('text', ({ to, body }) => print(`[${words.text(masked(to))}] ${body}`))
  }

  /** Rings the desk, as the client. */
  dial(): void {
    this.#print(words.dialing(masked(this.#from), this.#number))
    this.#inHand = 'm'
    this.#follow({ letter: 'm', label: words.client, call: this.#carrier.dial(this.#from) })
  }

  get clientOver(): boolean {
    return this.#phones.get('m')?.call.over ?? true
  }

  /** One line, or one key: see words.help. False: leave. */
  async type(line: string): Promise<boolean> {
    if (line.startsWith('/')) {
      await this.#press((call) => call.speak(line.slice(1)))
      return true
    }
    for (const key of line.replace(/\s/g, ''))
      if (!(await this.#key(key.toLowerCase()))) return false
    return true
  }

  async #key(key: string): Promise<boolean> {
    if (key === 'q') return false
    if (key === 'x') this.#phones.get(this.#inHand)?.call.end('completed')
    else if (key === 'r') this.dial()
    else if (/[0-9*#]/.test(key)) await this.#press((call) => call.press(key))
    else if (this.#phones.has(key)) this.#turnTo(key)
    return true
  }

  async #press(act: (call: Call) => boolean): Promise<void> {
    const until = Date.now() + PATIENCE
    while (Date.now() < until) {
      const call = this.#phones.get(this.#inHand)?.call
      if (!call || call.over || act(call)) return
      await sleep(50)
    }
  }

  #turnTo(letter: string): void {
    const phone = this.#phones.get(letter)
    if (!phone) return
    this.#inHand = letter
    this.#print(`[${phone.label}] ${words.turned}`)
    if (phone.call.status === 'ringing') void this.#carrier.pickUp(phone.call)
  }

  #ring(call: Call): void {
    const known = [...this.#phones.values()].find(
      (phone) => phone.call.to === call.to && phone.letter !== 'm',
    )
    const client = call.to === this.#from
    const letter = client ? 'm' : (known?.letter ?? this.#nextLetter())
    const label = client ? words.client : words.lawyer(letter, this.#nameOf(call.to))
    this.#print(`[${label} ${masked(call.to)}] ${words.ringing(letter)}`)
    this.#follow({ letter, label, call })
  }

  #nextLetter(): string {
    return 'abcdefghijkl'.split('').find((letter) => !this.#phones.has(letter)) ?? 'l'
  }

  #follow(phone: Phone): void {
    this.#phones.set(phone.letter, phone)
    const { call, label } = phone
    const print = (what: string): void => this.#print(`[${label}] ${what}`)
    call.on('said', (text) => print(text))
    call.on('joined', () => print(words.joined))
    call.on('left', () => print(words.left))
    call.on('ended', (status) => print(words.ended[status] ?? status))
  }
}
