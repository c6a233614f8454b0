import type { Filed, Sent } from './paper.ts'
import type { Service } from './services.ts'

/** Papers the centre keeps about its work: the ledger handed over, allowances, quality (Art. 28, 30, 31, 34). */

export const ledgerViews = ['internal', 'transfer'] as const

export type LedgerViewName = (typeof ledgerViews)[number]

/** The form an authority agreed with the centre (Art. 28 ¶3). One for each authority; its id is the authority's. */
export interface LayoutBody {
  authority: string
  view: LedgerViewName
  title: string
  columns: { key: string; title: string }[]
}

/** Lines handed over together, and proof that they were. */
export interface BatchBody {
  authority: string
  authorityName: string
  view: LedgerViewName
  from: number
  to: number
  lines: string[]
  /** SHA-256 of the CSV. */
  checksum: string
  sent: Sent | null
}

/** The day of the next month by which a month's ledger is handed over: set locally (Art. 28 ¶2). */
export interface HandOverBody {
  day: number
}

export const units = ['working_day', 'half_day', 'case', 'person'] as const

/** 补贴标准 (Art. 30): set by the bureau with the finance office, for a time. */
export interface RateBody {
  unit: (typeof units)[number]
  services: Service[]
  /** In fen. */
  amount: number
  /** Local dates; null: until replaced. */
  from: string
  to: string | null
  basis: string
  /** A case is paid on a day that is paid too. */
  besideDay: boolean
}

export const scoreHeads = {
  timeliness: 20,
  identity: 10,
  checklist: 25,
  correctness: 20,
  record: 15,
  rating: 10,
} as const

export type ScoreHead = keyof typeof scoreHeads

export const vetoes = ['fee', 'disclosure', 'false_record', 'pressure'] as const

/** 案卷检查 (Art. 31): one line of the ledger looked at. */
export interface ReviewBody {
  line: string
  scores: Record<ScoreHead, number>
  veto: (typeof vetoes)[number] | null
  note: string
}

/** 回访. */
export interface FollowUpBody {
  line: string
  reached: boolean
  satisfaction: number | null
  note: string
}

export interface ComplaintBody {
  conversation: string | null
  about: string
  finding: string
  /** To the lawyers' association or the bureau (Art. 34). */
  referredTo: string
}

export type Layout = Filed<'layout', LayoutBody>
export type Batch = Filed<'batch', BatchBody>
export type HandOver = Filed<'handover', HandOverBody>
export type Rate = Filed<'rate', RateBody>
export type Review = Filed<'review', ReviewBody>
export type FollowUp = Filed<'followup', FollowUpBody>
export type Complaint = Filed<'complaint', ComplaintBody>

export type CentrePaper = Layout | Batch | HandOver | Rate | Review | FollowUp | Complaint
