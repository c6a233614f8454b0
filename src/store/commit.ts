import type { Effect, Entry, LedgerLine, OutboxItem } from '../desk/effect.ts'
import type { Event } from '../desk/event.ts'
import { isComplete } from '../desk/record.ts'
import type { Change } from '../desk/rota/change.ts'
import type { ConsultationRecord } from '../desk/state.ts'
import { LogWriter } from './append.ts'
import { saveAppointment } from './appointment.ts'
import type { Db } from './engine.ts'
import { plainCharge, saveFlag } from './flag.ts'
import { expire, forgetConversation } from './forget.ts'
import type { Keys } from './keys.ts'
import { addLine } from './ledger.ts'
import { requestValues, saveRequest } from './model-request.ts'
import { addItem } from './outbox.ts'
import { savePaper } from './paper.ts'
import { saveChange } from './rota.ts'
import {
  addConversation,
  changeConversation,
  conversationValues,
  lawyerStateValues,
  legValues,
  offerValues,
  saveLawyerState,
  saveLeg,
  saveOffer,
  saveTimer,
} from './row.ts'
import { slot, statement, upsert } from './statement.ts'

/** The only writer of desk state: one decision's effects, inside the caller's transaction. */

/** What the rest of the house wakes up to once the transaction is durable. */
export interface Committed {
  /** The number of the first line written, known once the transaction has ended; 0 where there is none. */
  readonly seq: number
  /** Conversations, and lawyers outside any conversation, with news. */
  touched: Set<string>
  outbox: boolean
  /** A model is to be asked something. */
  asked: boolean
  /** Something was forgotten: what is left of it in the files goes too. */
  forgot: boolean
  /** The earliest timer set. */
  timer: number | null
}

const addContent = upsert('content', ['id', 'conversation', 'sealed'], null)
const addClient = upsert('client', ['id', 'pseudonym', 'created_at'], null)
const addContact = upsert('contact', ['id', 'client', 'channel', 'sealed'], null)
const saveRecord = upsert(
  'record',
  ['conversation', 'content', 'stage', 'complete', 'by_id', 'at', 'charge_mark'],
  'conversation',
)
const clearTimer = statement((db) => db.deleteFrom('timer').where('id', '=', slot<string>(0)))
const settle = statement((db) =>
  db
    .updateTable('outbox')
    .set({ state: slot(0), receipt: slot(1), done_at: slot(2), code: slot(3) })
    .where('key', '=', slot<string>(4))
    .where('state', '<>', 'failed'),
)
const addConflict = statement((db) =>
  db
    .insertInto('conflict')
    .values({ client: slot<string>(0), lawyer: slot<string>(1), at: slot<number>(2) })
    .onConflict((conflict) => conflict.columns(['client', 'lawyer']).doNothing()),
)

export async function commit(
  tx: Db,
  keys: Keys,
  event: Event,
  effects: Effect[],
  now: number,
): Promise<Committed> {
  const lines = new LogWriter(tx)
  const done: Committed = {
    get seq() {
      return lines.first
    },
    touched: new Set(),
    outbox: false,
    asked: false,
    forgot: false,
    timer: null,
  }
  const writer = new Writer(tx, keys, event, now, done, lines)
  // Conversations first: their keys seal what follows.
  for (const effect of effects) {
    if (effect.do === 'save' && effect.what === 'conversation') await keys.ensure(effect.row.id)
  }
  for (const effect of effects) await writer.carryOut(effect)
  // Last: where several processes write, all others wait from the first line to the commit.
  for (const effect of effects) if (effect.do === 'log') await writer.log(effect.entry)
  return done
}

class Writer {
  readonly #tx: Db
  readonly #keys: Keys
  readonly #event: Event
  readonly #now: number
  readonly #done: Committed
  readonly #lines: LogWriter
  #contents = 0
  #changes = 0

  constructor(tx: Db, keys: Keys, event: Event, now: number, done: Committed, lines: LogWriter) {
    this.#tx = tx
    this.#keys = keys
    this.#event = event
    this.#now = now
    this.#done = done
    this.#lines = lines
  }

  async carryOut(effect: Effect): Promise<void> {
    switch (effect.do) {
      case 'log':
        return this.#wordsOf(effect.entry)
      case 'keep':
        return this.#keep(effect.words.id, effect.words.text, effect.conversation)
      case 'save':
        return this.#save(effect)
      case 'add':
        return this.#add(effect)
      case 'record':
        return this.#record(effect.conversation, effect.record, effect.by, effect.at)
      case 'flag':
        return saveFlag(this.#tx, effect.conversation, effect.kind, effect.at)
      case 'ledger':
        return this.#ledger(effect.line)
      case 'send':
        return this.#send(effect.item)
      case 'settle': {
        const code = this.#event.type === 'delivery.failed' ? this.#event.code : null
        await settle(this.#tx, effect.state, effect.receipt, effect.at, code, effect.item)
        return
      }
      case 'set': {
        const { id, kind, subject, dueAt } = effect.timer
        await saveTimer(this.#tx, [id, kind, subject, dueAt])
        this.#done.timer = Math.min(this.#done.timer ?? dueAt, dueAt)
        return
      }
      case 'file':
        return savePaper(this.#tx, effect.paper, effect.content)
      case 'change':
        return this.#change(effect.change)
      case 'forget':
        this.#done.forgot = true
        return forgetConversation(this.#tx, this.#keys, effect.conversation)
      case 'expire':
        this.#done.forgot = true
        return expire(this.#tx, effect.contacts, effect.tracesBefore)
      case 'clear':
        await clearTimer(this.#tx, effect.timer)
        return
    }
  }

  async #wordsOf({ words, conversation }: Entry): Promise<void> {
    if (words) await this.#keep(words.id, words.text, conversation ?? null)
  }

  async log(entry: Entry): Promise<void> {
    const { conversation = null } = entry
    // The first line of an event carries the sender's id for it.
    const key = this.#lines.lines === 0 ? (this.#event.key ?? null) : null
    await this.#lines.append(entry, key, this.#now)
    if (conversation) this.#done.touched.add(conversation)
    else if (entry.by) this.#done.touched.add(entry.by)
  }

  async #keep(id: string, text: string, conversation: string | null): Promise<void> {
    // What is added to the ledger or a paper after its talk was forgotten is kept as they are: under the desk's own key.
    const under = conversation !== null && (await this.#keys.isForgotten(conversation))
    const home = under ? null : conversation
    await addContent(this.#tx, [id, home, await this.#keys.seal(home, id, text)])
  }

  async #save(effect: Extract<Effect, { do: 'save' }>): Promise<void> {
    switch (effect.what) {
      case 'conversation': {
        const sealed = this.#keys.sealedOf(effect.row.id)
        // A client follows all of their conversations at once, by the contact.
        if (effect.row.contact) this.#done.touched.add(effect.row.contact)
        const after = conversationValues(effect.row, sealed)
        const before = this.#keys.before(effect.row.id)
        return before
          ? changeConversation(this.#tx, before, after)
          : addConversation(this.#tx, after)
      }
      case 'offer':
        return saveOffer(this.#tx, offerValues(effect.row))
      case 'leg':
        return saveLeg(this.#tx, legValues(effect.row))
      case 'request':
        if (effect.row.state === 'due') this.#done.asked = true
        return saveRequest(this.#tx, requestValues(effect.row))
      case 'appointment':
        // Every lawyer whose time it is or was looks anew.
        if (effect.row.lawyer) this.#done.touched.add(effect.row.lawyer)
        return saveAppointment(this.#tx, this.#keys, effect.row)
      case 'lawyer':
        return saveLawyerState(this.#tx, lawyerStateValues(effect.row))
    }
  }

  async #add(effect: Extract<Effect, { do: 'add' }>): Promise<void> {
    switch (effect.what) {
      case 'client': {
        const { id, pseudonym, createdAt } = effect.row
        return addClient(this.#tx, [id, pseudonym, createdAt])
      }
      case 'contact': {
        const { client, ref } = effect.row
        const sealed = this.#keys.sealAddress(ref.id, ref.address)
        return addContact(this.#tx, [ref.id, client, ref.channel, sealed])
      }
      case 'conflict': {
        const { client, lawyer, at } = effect.row
        await addConflict(this.#tx, client, lawyer, at)
      }
    }
  }

  /** Every version of a record stays readable; the row points to the last. */
  async #record(
    conversation: string,
    record: ConsultationRecord,
    by: string,
    at: number,
  ): Promise<void> {
    const content = this.#contentId()
    await this.#keep(content, JSON.stringify(record), conversation)
    const complete = Number(isComplete(record))
    const charge = plainCharge(record.charge)
    const mark = charge === '' ? null : this.#keys.mark('charge', charge)
    await saveRecord(this.#tx, [conversation, content, record.stage, complete, by, at, mark])
  }

  async #ledger(line: LedgerLine): Promise<void> {
    const content = this.#contentId()
    const words = line.reason ? { ...line.record, reason: line.reason } : line.record
    await this.#keep(content, JSON.stringify(words), line.conversation)
    await addLine(this.#tx, line, content, this.#now)
  }

  async #change(change: Change): Promise<void> {
    const sealed = (text: string, row: string) => this.#keys.sealAddress(row, text)
    await saveChange(this.#tx, sealed, change, `${this.#event.id}.${++this.#changes}`)
  }

  #contentId(): string {
    return `${this.#event.id}.r${this.#contents++}`
  }

  async #send(item: OutboxItem): Promise<void> {
    this.#done.outbox = true
    await addItem(this.#tx, item, this.#now)
  }
}
