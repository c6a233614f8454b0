import { Audit, type Violation } from '../../src/desk/audit.ts'
import type { Effect, Entry, LedgerLine, OutboxItem, Words } from '../../src/desk/effect.ts'
import type { Happening } from '../../src/desk/event.ts'
import type { Fault } from '../../src/desk/fault.ts'
import type { Offer } from '../../src/desk/state.ts'
import { ModelStore } from '../../src/simulate/model-store.ts'

export interface Logged extends Entry {
  seq: number
  at: number
  key: string | null
}

/** The store in memory that forgets nothing: log, words, ledger and what became of everything sent. */
export class Model extends ModelStore {
  protected override readonly narrowFirst = true
  readonly log: Logged[] = []
  readonly ledger: LedgerLine[] = []
  readonly words = new Map<string, string>()
  readonly faults: Fault[] = []
  readonly settledItems = new Map<string, 'sent' | 'failed'>()

  override handle(happening: Happening, key?: string) {
    const handled = super.handle(happening, key)
    if (handled.fault) this.faults.push(handled.fault)
    return handled
  }

  protected override logged(entry: Entry, key: string | null): void {
    if (entry.words) this.words.set(entry.words.id, entry.words.text)
    this.log.push({ ...entry, seq: this.log.length + 1, at: this.now, key })
  }

  protected override kept(words: Words): void {
    this.words.set(words.id, words.text)
  }

  protected override written({ line }: Extract<Effect, { do: 'ledger' }>): void {
    this.ledger.push(line)
  }

  protected override settled(item: string, state: 'sent' | 'failed'): void {
    this.settledItems.set(item, state)
  }

  override forget(): void {}

  due(): OutboxItem[] {
    return [...this.outbox.values()].filter(({ key }) => !this.settledItems.has(key))
  }

  /** Moves the clock, firing what comes due on the way, in order. */
  pass(milliseconds: number): void {
    const until = this.now + milliseconds
    for (;;) {
      const next = [...this.timers.values()]
        .filter((timer) => timer.dueAt <= until)
        .sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))[0]
      if (!next) break
      this.now = Math.max(this.now, next.dueAt)
      this.handle({ type: 'timer.fired', timer: next })
    }
    this.now = until
  }

  /** The process is gone for so long and comes back with what stood on disk; what came due meanwhile fires late. */
  restart(down: number): void {
    const tables: Map<string, unknown>[] = [
      this.conversations,
      this.offers,
      this.legs,
      this.lawyers,
      this.timers,
      this.outbox,
      this.records,
    ]
    for (const table of tables) {
      for (const [id, row] of table) table.set(id, JSON.parse(JSON.stringify(row)))
    }
    this.desk = JSON.parse(JSON.stringify(this.desk))
    this.now += down
    this.pass(0)
  }

  audit(): Violation[] {
    const audit = new Audit(this.desk)
    for (const line of this.log) audit.add(line)
    return audit.violations
  }

  /** Open offers for this conversation. */
  asked(conversation: string): number {
    return [...this.offers.values()].filter(
      (o) => o.conversation === conversation && o.state === 'open',
    ).length
  }

  open(lawyer: string): Offer[] {
    return [...this.offers.values()].filter((o) => o.lawyer === lawyer && o.state === 'open')
  }

  said(conversation: string, actor = 'desk'): string[] {
    return this.log
      .filter((l) => l.conversation === conversation && l.actor === actor && l.words)
      .map((l) => l.words?.text ?? '')
  }
}
