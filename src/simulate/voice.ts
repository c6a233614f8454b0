import type { ConsultationRecord } from '../desk/state.ts'

/** What people say and write down, which no rehearsal depends on. */
export interface Voice {
  /** Between being taken and the end of a written talk: what the client writes, and what the lawyer answers. */
  talk(): [asked: string, answered: string][]
  record(): Partial<ConsultationRecord>
}

export const terse: Voice = {
  talk: () => [],
  record: () => ({ charge: '不详', question: '咨询', answer: '解答' }),
}
