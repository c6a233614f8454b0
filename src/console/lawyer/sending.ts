import { useSyncExternalStore } from 'react'
import { ApiError, api, good } from '../api.ts'

/**
 * What was written and is not with the desk yet: kept on this device, sent in order, one at a time for each client, until
 * the desk has it. Each carries its own id, so that one sent twice arrives once.
 */

export interface Unsent {
  id: string
  conversation: string
  text: string
  at: number
  /** The desk's own words for why it will not have it; then it waits for the lawyer. */
  refused?: string
}

/** `crypto.randomUUID` exists on secure pages only; a desk tried out over plain HTTP in the office is not one. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const FIRST_DELAY = 1000
const LONGEST_DELAY = 10_000

export class Sending {
  readonly #key: string
  readonly #sent: (item: Unsent) => Promise<unknown>
  readonly #listeners = new Set<() => void>()
  #items: Unsent[]
  #busy = false
  #delay = FIRST_DELAY
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `sent`: resolves once the screen shows it as the desk's own line. */
  constructor(staff: string, sent: (item: Unsent) => Promise<unknown>) {
    this.#key = `zhiban-unsent-${staff}`
    this.#sent = sent
    this.#items = JSON.parse(localStorage.getItem(this.#key) ?? '[]') as Unsent[]
    addEventListener('online', () => this.#soon(0))
    this.#soon(0)
  }

  get items(): Unsent[] {
    return this.#items
  }

  subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed)
    return () => {
      this.#listeners.delete(changed)
    }
  }

  add(conversation: string, text: string): void {
    this.#keep([...this.#items, { id: newId(), conversation, text, at: Date.now() }])
    this.#soon(0)
  }

  drop(id: string): void {
    this.#keep(this.#items.filter((item) => item.id !== id))
  }

  again(id: string): void {
    this.#keep(
      this.#items.map(({ refused, ...item }) =>
        item.id === id ? item : { ...item, ...(refused ? { refused } : {}) },
      ),
    )
    this.#soon(0)
  }

  #keep(items: Unsent[]): void {
    this.#items = items
    localStorage.setItem(this.#key, JSON.stringify(items))
    for (const changed of this.#listeners) changed()
  }

  #soon(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#pump(), delay)
  }

  async #pump(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    try {
      for (;;) {
        const stuck = new Set(this.#items.filter((i) => i.refused).map((i) => i.conversation))
        const next = this.#items.find((item) => !stuck.has(item.conversation))
        if (!next || !(await this.#send(next))) break
      }
    } finally {
      this.#busy = false
    }
  }

  async #send(item: Unsent): Promise<boolean> {
    const { id, conversation, text } = item
    try {
      await good(
        api.conversations[':id'].messages.$post({
          param: { id: conversation },
          json: { id, text },
        }),
      )
      this.#delay = FIRST_DELAY
      await this.#sent(item)
      this.drop(id)
      return true
    } catch (error) {
      const refused = error instanceof ApiError && ![401, 408, 429].includes(error.status)
      if (refused && error.status < 500) {
        this.#keep(
          this.#items.map((one) => (one.id === id ? { ...one, refused: error.message } : one)),
        )
        return true
      }
      this.#soon(this.#delay)
      this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY)
      return false
    }
  }
}

let sending: Sending | null = null

/** One for whoever is signed in. */
export function openSending(staff: string, sent: (item: Unsent) => Promise<unknown>): Sending {
  sending ??= new Sending(staff, sent)
  return sending
}

const nothing: Unsent[] = []

export const useUnsent = (): Unsent[] =>
  useSyncExternalStore(
    (changed) => sending?.subscribe(changed) ?? (() => {}),
    () => sending?.items ?? nothing,
  )

export const send = (conversation: string, text: string): void => sending?.add(conversation, text)
export const dropUnsent = (id: string): void => sending?.drop(id)
export const sendAgain = (id: string): void => sending?.again(id)

/** A shared computer keeps nothing of a client's once somebody signs out. */
export function forgetWords(): void {
  for (const key of Object.keys(localStorage)) {
    if (/^zhiban-(unsent|draft|record)-/.test(key)) localStorage.removeItem(key)
  }
}
