import type { Desk } from '../../desk/desk.ts'
import type { LedgerViewName } from '../../desk/dossier/paper-centre.ts'
import type { LedgerView } from '../../store/read/ledger.ts'
import { local } from '../csv.ts'
import { type ColumnKey, columnKeys, ledgerWords } from '../locale/ledger.ts'
import { staffWords } from '../locale/staff.ts'

/** What a column of the ledger says of a line, and in which view it may stand. */

export interface About {
  desk: Desk
  /** Kinds of papers of the line's talk that went to an authority. */
  documents: (line: LedgerView) => string[]
  clients: (line: LedgerView) => string
}

type Cell = (line: LedgerView, about: About, index: number) => string

export const cells: Record<ColumnKey, Cell> = {
  number: (_, __, index) => String(index + 1),
  institution: (_, { desk }) => desk.name,
  station: ({ station }) => station ?? '',
  date: ({ takenAt }, { desk }) => local(desk, takenAt).slice(0, 10),
  method: ({ channel }, { desk }) =>
    staffWords[desk.language].channels[channel as 'phone'] ?? channel,
  from: ({ takenAt }, { desk }) => local(desk, takenAt),
  to: ({ endedAt }, { desk }) => local(desk, endedAt),
  minutes: ({ minutes }) => String(minutes),
  lawyer: ({ lawyerName }) => lawyerName,
  licence: ({ licence }) => licence,
  firm: ({ lawyer }, { desk }) => desk.lawyers.find(({ id }) => id === lawyer)?.firm ?? '',
  client: (line, { clients }) => clients(line),
  stage: ({ stage }, { desk }) =>
    stage ? staffWords[desk.language].stages[stage as 'trial_first'] : '',
  services: ({ services }, { desk }) => {
    const words = ledgerWords[desk.language]
    return services.map((one) => words.services[one as 'meeting'] ?? one).join(words.and)
  },
  documents: (line, about) => {
    const words = ledgerWords[about.desk.language]
    return about
      .documents(line)
      .map((kind) => words.papers[kind] ?? kind)
      .join(words.and)
  },
  plea: ({ plea }, { desk }) => (plea ? (ledgerWords[desk.language].plea[plea] ?? '') : ''),
  charge: ({ charge }) => charge,
  question: ({ question }) => question,
  answer: ({ answer }) => answer,
  outcome: ({ outcome }, { desk }) =>
    staffWords[desk.language].outcomes[outcome as 'answered'] ?? outcome,
  corrected: ({ corrects }, { desk }) => (corrects ? ledgerWords[desk.language].corrected : ''),
  reason: ({ reason }) => reason,
}

/** What somebody wrote in words of their own, or said to their lawyer: never in what goes with the case (R28.2). */
const confidential: ReadonlySet<ColumnKey> = new Set([
  'charge',
  'question',
  'answer',
  'plea',
  'reason',
])

/** Where nothing else is agreed with an authority (Art. 28 ¶3). */
export const usual: Record<LedgerViewName, ColumnKey[]> = {
  internal: [
    'number',
    'station',
    'method',
    'from',
    'to',
    'minutes',
    'lawyer',
    'licence',
    'stage',
    'charge',
    'question',
    'answer',
    'outcome',
  ],
  transfer: [
    'number',
    'institution',
    'station',
    'date',
    'from',
    'to',
    'method',
    'lawyer',
    'licence',
    'firm',
    'client',
    'stage',
    'services',
    'documents',
    'outcome',
  ],
}

export const allowed = (view: LedgerViewName): ColumnKey[] =>
  columnKeys.filter((key) => view === 'internal' || !confidential.has(key))
