import { expect, test } from 'vitest'
import { Audit, type LoggedEntry } from '../../src/desk/audit.ts'
import { always, desk, lawyer, monday10 } from './fixture.ts'

/** The audit sees what must never be: more written conversations than a lawyer's limit, given back ones not counted. */

const house = desk([lawyer('a', { limit: 2 }), lawyer('b')], [always('a'), always('b')])

function audited(lines: Partial<LoggedEntry>[]): string[] {
  const audit = new Audit(house)
  lines.forEach((line, index) => {
    audit.add({ seq: index + 1, at: monday10, actor: 'desk', ...line } as LoggedEntry)
  })
  return audit.violations.map(({ invariant, seq }) => `${seq}: ${invariant}`)
}

const opened = (id: string, channel = 'webchat') => ({
  type: 'opened' as const,
  conversation: id,
  data: { channel, client: id },
})
const taken = (id: string, by = 'a') => ({
  type: 'accepted' as const,
  conversation: id,
  data: { offer: `o-${id}`, lawyer: by },
})
const over = (id: string, type: 'returned' | 'ended' | 'closed' = 'returned') => ({
  type,
  conversation: id,
  data: {},
})

test('a third where two are the limit; a call besides is none', () => {
  const two = ['x', 'y'].flatMap((id) => [opened(id), taken(id)])
  expect(audited([...two, opened('p', 'phone'), taken('p')])).toEqual([])
  expect(audited([...two, opened('z'), taken('z')])).toEqual(['6: 3'])
  expect(audited([...two, opened('z'), taken('z', 'b')])).toEqual([])
})

test('what was given back, ended or went to a colleague makes room; taking again what is one’s own takes none', () => {
  const two = ['x', 'y'].flatMap((id) => [opened(id), taken(id)])
  for (const type of ['returned', 'ended', 'closed'] as const) {
    expect(audited([...two, over('x', type), opened('z'), taken('z')])).toEqual([])
  }
  const assigned = { type: 'assigned' as const, conversation: 'x', data: { lawyer: 'b' } }
  expect(audited([...two, assigned, opened('z'), taken('z')])).toEqual([])
  expect(audited([...two, taken('y'), over('y'), opened('z'), taken('z')])).toEqual([])
  expect(audited([...two, over('y'), over('y'), opened('z'), taken('z')])).toEqual([])
})
