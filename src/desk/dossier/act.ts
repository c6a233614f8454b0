import type { ConsultationRecord, Stage } from '../state.ts'
import type { NoticeBody, Person, Sent } from './paper.ts'
import type { CentrePaper } from './paper-centre.ts'
import type {
  AffidavitBody,
  ApplicationBody,
  adoptions,
  FormBody,
  OpinionBody,
} from './paper-record.ts'
import type { Service } from './services.ts'

/** What staff may ask of the dossier. Ids of what is new are made by whoever asks, unguessable. */

export type NoticeFields = Pick<
  NoticeBody,
  | 'authority'
  | 'number'
  | 'receivedOn'
  | 'helpDate'
  | 'expedited'
  | 'crossRegion'
  | 'simplified'
  | 'caseNumber'
  | 'officer'
  | 'place'
  | 'attachments'
> & {
  people: Person[]
  /** Worked out by a person, and taken only where the desk cannot. */
  byHand: Pick<NoticeBody, 'latestServiceDate' | 'assignDueDate'> | null
}

export type SentFields = Omit<Sent, 'by'>

/** Whom it is for: the client of a talk, or the person of a task. */
export interface About {
  conversation: string | null
  paper: string | null
}

export type Adoption = (typeof adoptions)[number]

export type LineFields = Partial<
  Pick<ConsultationRecord, 'charge' | 'question' | 'answer' | 'stage'>
> & { services?: Service[] }

/** What a coordinator keeps about the work. */
export type CentreAct =
  | { do: 'centre.keep'; kept: CentrePaper }
  | { do: 'batch.sent'; paper: string; sent: SentFields }
  | { do: 'complaint.answer'; paper: string; finding: string; referredTo: string }

/** `paper`: the one that is there already; its notice and all beside it are loaded with it. */
export type DossierAct =
  | { do: 'notice.add'; id: string; fields: NoticeFields }
  /** Null: all that have nobody yet. */
  | {
      do: 'task.assign'
      paper: string
      tasks: string[] | null
      lawyer: string
      id: string
      reason: string
    }
  | { do: 'letter.sent'; paper: string; sent: SentFields }
  | { do: 'task.refuse'; paper: string; id: string; note: string }
  | { do: 'task.done'; paper: string; note: string }
  | { do: 'talk.refuse'; conversation: string; id: string; stage: Stage; note: string }
  | {
      do: 'plea.add'
      id: string
      conversation: string | null
      paper: string | null
      /** The two ticks: said so clearly, and knows that the authority will be told. */
      willing: boolean
      knows: boolean
      authority: string
      person: string
      toldAt: number
    }
  | { do: 'plea.sent'; paper: string; sent: SentFields }
  | ({ do: 'affidavit.add'; id: string; fields: AffidavitBody } & About)
  | ({ do: 'opinion.add'; id: string; fields: Omit<OpinionBody, 'sent' | 'answer'> } & About)
  | { do: 'opinion.sent'; paper: string; sent: SentFields }
  | { do: 'opinion.answered'; paper: string; adopted: Adoption; reason: string }
  | ({ do: 'application.add'; id: string; fields: Omit<ApplicationBody, 'sent'> } & About)
  | { do: 'application.sent'; paper: string; sent: SentFields }
  | ({ do: 'form.add'; id: string; fields: Omit<FormBody, 'sent' | 'filledBy'> } & About)
  | { do: 'form.sent'; paper: string; sent: SentFields }
  | { do: 'line.correct'; line: string; id: string; reason: string; fields: LineFields }
  | CentreAct

export type ActOf<D extends DossierAct['do']> = Extract<DossierAct, { do: D }>

export const paperIn = (act: DossierAct): string | null => ('paper' in act ? act.paper : null)

export const conversationIn = (act: DossierAct): string | null =>
  'conversation' in act ? act.conversation : null
