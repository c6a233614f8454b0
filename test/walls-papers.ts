import type { Wall } from './walls.ts'

/** The walls around the ledger, papers, notices, allowances and quality. */

const coordinators = (rest: Partial<Wall> = {}): Wall => ({
  lawyer: 403,
  coordinator: 'any',
  ...rest,
})
const everybody: Wall = { lawyer: 'any', coordinator: 'any' }

export const notice = {
  authority: '江城区人民检察院',
  number: '1号',
  receivedOn: '2026-11-23',
  people: [{ name: '张三', charge: '盗窃', stage: 'prosecution_review' }],
}
export const plea = { willing: true, knows: true, authority: '江城区人民检察院', person: '张三' }
const empty = () => ({})
const sentBy = () => ({ method: '专人送达', to: '收发室' })

const month = () => '?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z'
const year = () => '?year=2026'

export const paperWalls: Record<string, Wall> = {
  // Ledger, allowances, quality: the centre's; a lawyer's own papers are the lawyer's.
  'GET /ledger/batches': coordinators(),
  'POST /ledger/batches': coordinators(),
  'GET /ledger/batches/{id}/file': coordinators({ id: ({ batch }) => batch }),
  'POST /ledger/batches/{id}/receipt': coordinators({ id: ({ batch }) => batch }),
  'GET /ledger/hand-over': coordinators(),
  'PUT /ledger/hand-over': coordinators(),
  'GET /ledger/layouts/{id}': coordinators({ id: ({ authority }) => authority }),
  'PUT /ledger/layouts/{id}': coordinators({ id: ({ authority }) => authority }),
  // Nobody but its lawyer, the centre's own people no more than others.
  'POST /ledger/{id}/corrections': {
    lawyer: 403,
    coordinator: 403,
    id: ({ line }) => line,
    body: () => ({ charge: '诈骗', reason: '笔误' }),
  },
  'GET /allowances': { lawyer: 'own', coordinator: 'any' },
  'GET /allowances/rates': everybody,
  'POST /allowances/rates': coordinators(),
  'GET /quality/complaints': coordinators(),
  'POST /quality/complaints': coordinators(),
  'POST /quality/complaints/{id}/answer': coordinators({ id: ({ complaint }) => complaint }),
  'POST /quality/follow-ups': coordinators(),
  'POST /quality/reviews': coordinators(),
  'GET /quality/sample': coordinators({ query: month }),
  'GET /quality/lawyers/{id}': { lawyer: 403, coordinator: 'any', id: () => 'zhang', query: year },
  'GET /papers': { lawyer: 'own', coordinator: 'any' },
  'POST /papers/{id}/sent': { lawyer: 403, coordinator: 403, id: ({ opinion }) => opinion },
  'POST /opinions': { lawyer: 403, coordinator: 403, about: true },
  'POST /opinions/{id}/answer': { lawyer: 403, coordinator: 403, id: ({ opinion }) => opinion },
  'POST /affidavits': { lawyer: 403, coordinator: 403, about: true },
  'POST /aid-applications': { lawyer: 403, coordinator: 403, about: true },
  'POST /help-forms': { lawyer: 403, coordinator: 403, about: true },
  'GET /periods/{name}': {
    ...everybody,
    id: () => 'appeal_judgment',
    query: () => '?from=2026-11-23',
  },
  'GET /notices': coordinators(),
  'POST /notices': coordinators({ body: () => notice }),
  'POST /notices/people': coordinators(),
  'GET /notices/{id}': coordinators({ id: ({ notice }) => notice }),
  'POST /notices/{id}/assign': coordinators({
    id: ({ notice }) => notice,
    body: () => ({ lawyer: 'zhang' }),
  }),
  'GET /tasks': { lawyer: 'own', coordinator: 'any' },
  'POST /tasks/{id}/done': { lawyer: 403, coordinator: 403, id: ({ task }) => task, body: empty },
  'POST /tasks/{id}/refusal': {
    lawyer: 403,
    coordinator: 'any',
    id: ({ task }) => task,
    body: empty,
  },
  'POST /letters/{id}/sent': coordinators({ id: ({ letter }) => letter, body: sentBy }),
  'GET /letters/{id}/pdf': { lawyer: 403, coordinator: 'any', id: ({ letter }) => letter },
  'GET /plea-notices': { lawyer: 'own', coordinator: 'any' },
  // What somebody told their lawyer is filed by that lawyer alone (Art. 25).
  'POST /plea-notices': {
    lawyer: 403,
    coordinator: 403,
    body: ({ conversation }) => ({ ...plea, conversation }),
  },
  'POST /plea-notices/{id}/sent': {
    lawyer: 403,
    coordinator: 403,
    id: ({ plea }) => plea,
    body: sentBy,
  },
  'POST /conversations/{id}/refusal': {
    lawyer: 403,
    coordinator: 403,
    body: () => ({ stage: 'investigation' }),
  },
}
