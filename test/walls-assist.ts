import type { Wall } from './walls.ts'

/** The walls around the language model: a lawyer asks for one's own client, a coordinator sees what was asked. */

const holders = (rest: Partial<Wall> = {}): Wall => ({ lawyer: 403, coordinator: 403, ...rest })
const coordinators = (rest: Partial<Wall> = {}): Wall => ({
  lawyer: 403,
  coordinator: 'any',
  ...rest,
})
const words = () => ({ text: '能去外地吗' })

export const assistWalls: Record<string, Wall> = {
  'GET /assist': { lawyer: 'any', coordinator: 'any' },
  'GET /assist/ledger': coordinators(),
  'GET /assist/requests': coordinators(),
  'GET /assist/requests/{id}': coordinators({ id: ({ request }) => request }),
  'POST /assist/requests/{id}/used': holders({ id: ({ request }) => request }),
  'POST /conversations/{id}/draft': holders(),
  'POST /conversations/{id}/suggest': holders({ body: words }),
  'POST /conversations/{id}/translate': holders({ body: () => ({ ...words(), to: 'en' }) }),
}
