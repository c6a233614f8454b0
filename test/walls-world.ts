import { expect } from 'vitest'
import type { Person, TestDesk } from './harness.ts'
import type { World } from './walls.ts'

/** Zhang's papers, ledger line and appointment, and the centre's own things: real ones, so that a refusal is the wall's. */

type Things = Pick<
  World,
  | 'appointment'
  | 'slot'
  | 'line'
  | 'opinion'
  | 'batch'
  | 'complaint'
  | 'view'
  | 'rotation'
  | 'override'
  | 'authority'
>

const made = async (asked: Promise<{ status: number; body: any }>): Promise<any> => {
  const { status, body } = await asked
  expect(`${status} ${JSON.stringify(body)}`).toMatch(/^20[01] /)
  return body
}

/** Zhang alone is on duty. */
export async function thingsOf(desk: TestDesk, zhang: Person, chen: Person): Promise<Things> {
  const client = await desk.openChat()
  await client.write('律师')
  await made(zhang.takeFirst())
  const { conversation } = client
  await made(
    zhang.put(`/conversations/${conversation}/record`, {
      charge: '盗窃',
      question: '问',
      answer: '答',
      stage: 'prosecution_review',
    }),
  )
  const plea = ['objection', 'range', 'circumstances', 'leniency', 'procedure']
  const checks = { plea: 'willing', ticks: ['rules', 'rights', 'answered', ...plea] }
  await made(zhang.put(`/conversations/${conversation}/record`, { checks }))
  const opinion = await made(
    zhang.post('/opinions', {
      conversation,
      authority: '江城市人民检察院',
      person: '赵一',
      leniency: '退赃',
    }),
  )
  const [slot, later] = (
    await made(chen.get('/slots?from=2026-11-24T00:00:00Z&to=2026-11-26T00:00:00Z&lawyer=zhang'))
  ).items
  const appointment = await made(chen.post('/appointments', { conversation, slot: slot.id }))
  await made(zhang.post(`/conversations/${conversation}/close`, { outcome: 'answered' }))
  const [line] = (await made(zhang.get('/ledger'))).items
  const authority = await made(chen.post('/authorities', { name: '市公安局', kind: 'police' }))
  await made(
    chen.put(`/ledger/layouts/${authority.id}`, {
      view: 'transfer',
      columns: [{ key: 'lawyer', title: '律师' }],
    }),
  )
  const batch = await made(
    chen.post('/ledger/batches', {
      authority: authority.id,
      from: '2026-11-01T00:00:00Z',
      to: '2026-12-01T00:00:00Z',
    }),
  )
  const complaint = await made(
    chen.post('/quality/complaints', { lawyer: 'zhang', about: '态度不好' }),
  )
  const view = await made(zhang.post('/views', { name: '我的', query: 'missed=true' }))
  const rotation = await made(
    chen.post('/rotations', {
      station: 'jiangcheng',
      methods: ['online'],
      order: ['zhang'],
      days: 1,
      handover: '18:00',
      from: '18:00',
      to: '19:00',
      starts: '2026-12-01',
    }),
  )
  const override = await made(
    chen.post('/overrides', {
      lawyer: 'zhang',
      by: 'wang',
      from: '2026-11-30T01:00:00.000Z',
      to: '2026-11-30T02:00:00.000Z',
    }),
  )
  return {
    appointment: appointment.id,
    slot: later.id,
    line: line.id,
    opinion: opinion.id,
    batch: batch.id,
    complaint: complaint.id,
    view: view.id,
    rotation: rotation.id,
    override: override.id,
    authority: authority.id,
  }
}
