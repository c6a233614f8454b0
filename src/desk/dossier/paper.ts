import type { AuthorityKind } from '../rota/facts.ts'
import type { Stage } from '../state.ts'
import type { CentrePaper } from './paper-centre.ts'
import type { RecordPaper } from './paper-record.ts'

/** 工作卷宗 (Art. 28 ¶2): the papers of the desk beside its talks. What stands in one is sealed; its state and times are not. */

export interface Filed<K extends string, B> {
  id: string
  kind: K
  /** The paper it belongs to: a task to its notice. */
  parent: string | null
  /** Sealed under this conversation's key, and forgotten with it; null: under the desk's. */
  conversation: string | null
  lawyer: string | null
  state: string
  at: number
  /** When the desk looks at it again, or it is overdue. */
  dueAt: number | null
  body: B
}

/** How and when something was handed over, as far as there is proof. */
export interface Sent {
  at: number
  method: string
  to: string
  /** A receipt's number, a postmark, who signed. */
  proof: string
  by: string
}

export interface Person {
  name: string
  charge: string
  stage: Stage
}

/** 法律帮助通知书 (Art. 16). */
export interface NoticeBody {
  authority: string
  authorityKind: AuthorityKind | null
  number: string
  /** Local dates, YYYY-MM-DD. */
  receivedOn: string
  helpDate: string | null
  latestServiceDate: string | null
  assignDueDate: string | null
  late: boolean
  expedited: boolean
  crossRegion: boolean
  /** The agreement by which the procuratorate or court may give notice simply (Art. 16 ¶3, Art. 19 ¶3). */
  simplified: string
  /** Dates a person worked out where the holidays of a year are not published. */
  byHand: boolean
  caseNumber: string
  officer: string
  place: string
  attachments: string
  people: Person[]
}

export interface TaskBody extends Person {
  notice: string
  helpDate: string | null
  /** The letter that named the lawyer last. */
  letter: string | null
  note: string
}

/** The reply that names the lawyer (Art. 19 ¶2). */
export interface LetterBody {
  number: string
  authority: string
  noticeNumber: string
  receivedOn: string
  helpDate: string | null
  place: string
  lawyerName: string
  licence: string
  firm: string
  people: string[]
  sent: Sent | null
}

/** 拒绝法律帮助 (Art. 15): of one stage, and of no other. */
export interface RefusalBody {
  stage: Stage
  name: string
  /** Whether the authority put the formal refusal on record, or the person said so here. */
  formal: boolean
  note: string
}

/** 认罪认罚意愿告知 (Art. 25). */
export interface PleaBody {
  authority: string
  person: string
  /** When the person told the lawyer. */
  toldAt: number
  sent: Sent | null
}

export type Notice = Filed<'notice', NoticeBody>
export type Task = Filed<'task', TaskBody>
export type Letter = Filed<'letter', LetterBody>
export type Refusal = Filed<'refusal', RefusalBody>
export type Plea = Filed<'plea', PleaBody>

export type Paper = Notice | Task | Letter | Refusal | Plea | RecordPaper | CentrePaper

export type PaperKind = Paper['kind']

export type PaperOf<K extends PaperKind> = Extract<Paper, { kind: K }>
