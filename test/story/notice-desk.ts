import { smallDesk, type TestDesk } from '../harness.ts'

/** A desk that one authority sends notices to, and the notice it sends. */

export const HOUR = 3600
export const DAY = 24 * HOUR

export const withPolice = {
  ...smallDesk(),
  authorities: [{ id: 'police', name: '江城市公安局', kind: 'police' }],
}

export const notice = (more: object = {}) => ({
  authority: 'police',
  number: '江公法帮〔2026〕18号',
  receivedOn: '2026-11-23',
  helpDate: '2026-11-27',
  people: [
    { name: '赵一', charge: '盗窃', stage: 'investigation' },
    { name: '钱玥', charge: '诈骗', stage: 'prosecution_review' },
  ],
  ...more,
})

export const code = ({ status, body }: { status: number; body: any }) =>
  `${status} ${body.error?.code} ${body.error?.fields ?? ''}`.trim()

/** What the log says of deadlines. */
export const deadlines = async (desk: TestDesk): Promise<string[]> =>
  (await desk.backend.lines())
    .filter(({ type }) => type === 'deadline')
    .map(({ data }) => JSON.parse(data))
    .map(({ kind, phase, open }) => `${kind} ${phase}${open === undefined ? '' : ` ${open}`}`)
