import type { Conversation } from './state.ts'

/** Who may do what: decided here and nowhere else (R24.4, R29.5). */

export type Role = 'lawyer' | 'coordinator'

export interface Staff {
  id: string
  name: string
  role: Role
}

export type Act =
  /** That it exists, its state and times; never its words. */
  | 'conversation.see'
  /** What was written and recorded. */
  | 'conversation.read'
  /** Its own lawyer's alone: the record, the closing, handing it on. */
  | 'conversation.answer'
  /** To the client, under one's own name. */
  | 'conversation.write'
  | 'conversation.join'
  | 'conversation.part'
  | 'conversation.assign'
  | 'access.see'
  | 'conversation.forget'
  /** How the log stands, signed: no word of it. */
  | 'anchor.see'
  | 'rota.see'
  | 'rota.change'
  /** Private numbers stand in it. */
  | 'register.see'
  | 'register.change'
  | 'ledger.see'
  /** What was asked of a model, and what a check of the ledger found. */
  | 'assist.see'
  /** The floor as it is, the figures, who read what. */
  | 'desk.oversee'
  | 'settings.change'
  /** What only somebody on the register does. */
  | 'duty.do'
  /** Handing it over, allowances, quality (Art. 28, 30, 31). */
  | 'ledger.manage'
  /** Made, moved and cancelled: a lawyer's own, a coordinator's all. */
  | 'appointment.see'
  | 'appointment.change'
  | 'appointment.propose'
  /** One's own sessions, password, second factor. */
  | 'own.safety'
  /** Who may sign in. */
  | 'account.change'
  | 'texts.see'
  /** Notices of legal help, and who is named for them (Art. 16, 19). */
  | 'notice.change'
  /** A paper of a lawyer's own making or naming. */
  | 'paper.see'

export interface Subject {
  conversation?: Pick<Conversation, 'lawyer'> & {
    /** Lawyers who have an appointment with this client. */
    appointed?: readonly string[]
    /** A second lawyer in it, and one who is asked to come. */
    colleague?: string | null
    asked?: string | null
  }
  /** The lawyer of the appointment asked about. */
  appointment?: { lawyer: string }
  paper?: { lawyer: string | null }
  /** Why a coordinator reads; kept, and shown. */
  reason?: string | null
}

export type Answer = 'yes' | 'no' | 'reason_missing'

export function may(staff: Staff, act: Act, subject: Subject = {}): Answer {
  const own = subject.conversation?.lawyer === staff.id
  const coordinator = staff.role === 'coordinator'
  // What was said travels with the appointment (Art. 20): its lawyer reads it before the time.
  const beside = subject.conversation?.colleague === staff.id
  const asked = subject.conversation?.asked === staff.id
  const reads = own || beside || (subject.conversation?.appointed?.includes(staff.id) ?? false)
  switch (act) {
    case 'conversation.see':
      return coordinator || reads ? 'yes' : 'no'
    case 'conversation.read':
      if (!coordinator) return reads ? 'yes' : 'no'
      return subject.reason?.trim() ? 'yes' : 'reason_missing'
    case 'conversation.answer':
      return !coordinator && own ? 'yes' : 'no'
    case 'conversation.write':
      return !coordinator && (own || beside) ? 'yes' : 'no'
    case 'conversation.join':
      return !coordinator && (asked || beside) ? 'yes' : 'no'
    case 'conversation.part':
      return !coordinator && (own || beside || asked) ? 'yes' : 'no'
    case 'rota.see':
    case 'own.safety':
    case 'texts.see':
      return 'yes'
    case 'ledger.see':
      return coordinator || subject.conversation === undefined || own ? 'yes' : 'no'
    case 'duty.do':
      return coordinator ? 'no' : 'yes'
    case 'appointment.see':
    case 'appointment.change':
      return coordinator || own || subject.appointment?.lawyer === staff.id ? 'yes' : 'no'
    case 'appointment.propose':
      return !coordinator && own ? 'yes' : 'no'
    case 'paper.see':
      return coordinator || subject.paper?.lawyer === staff.id ? 'yes' : 'no'
    case 'desk.oversee':
    case 'settings.change':
    case 'notice.change':
    case 'ledger.manage':
    case 'conversation.assign':
    case 'access.see':
    case 'assist.see':
    case 'conversation.forget':
    case 'anchor.see':
    case 'rota.change':
    case 'register.see':
    case 'register.change':
    case 'account.change':
      return coordinator ? 'yes' : 'no'
  }
}
