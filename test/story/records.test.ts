import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Person, TestDesk } from '../harness.ts'
import { code, DAY, HOUR, lines, Office } from './record-desk.ts'

/** The record that writes itself (Art. 7, 8, 10, 13). */

let desk: TestDesk
let chen: Person
let zhang: Person
let li: Person
let office: Office
beforeEach(async () => {
  office = await Office.open()
  ;({ desk, chen, zhang, li } = office)
})
afterEach(() => desk.close())

const alerts = async () =>
  (await desk.backend.lines())
    .filter(({ type }) => type === 'deadline')
    .map(({ data }) => JSON.parse(data))
    .map(({ kind, phase }) => `${kind} ${phase}`)

describe('the checklist of article 7', () => {
  const ticked = { plea: 'not_raised', ticks: ['rules', 'rights', 'answered'] }

  test('whoever keeps one cannot close before each is ticked, or said why not', async () => {
    const conversation = await office.talk({ checks: { plea: 'not_raised', ticks: ['rules'] } })
    expect(code(await office.close(conversation))).toBe(
      '409 record_incomplete checks.rights,checks.answered',
    )
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: {
        plea: 'not_raised',
        ticks: ['rules', 'answered'],
        notApplicable: { rights: '上次已经解释' },
        services: ['apply_change_measure'],
      },
    })
    expect((await office.close(conversation)).status).toBe(200)
    expect(await lines(zhang)).toMatchObject([
      { services: ['legal_advice', 'apply_change_measure'], plea: 'not_raised' },
    ])
  })

  test('a plea brings five more', async () => {
    const conversation = await office.talk({ checks: { ...ticked, plea: 'willing' } })
    expect(code(await office.close(conversation))).toBe(
      '409 record_incomplete checks.objection,checks.range,checks.circumstances,checks.leniency,checks.procedure',
    )
    const all = ['objection', 'range', 'circumstances', 'leniency', 'procedure']
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: { plea: 'willing', ticks: [...ticked.ticks, ...all] },
    })
    expect((await office.close(conversation)).status).toBe(200)
    expect((await lines(zhang))[0].services).toEqual([
      'legal_advice',
      'explain_plea_law',
      'procedure_choice_advice',
    ])
    const { record } = (await zhang.get(`/conversations/${conversation}`)).body
    expect(record.checks.plea).toBe('willing')
  })
})

describe('an affidavit session ends in one of four ways', () => {
  const copy = 'a'.repeat(64)
  const session = (conversation: string, more: object) => ({
    conversation,
    person: '赵一',
    reference: '江检认罚〔2026〕5号',
    place: 'onsite',
    voluntary: true,
    copy,
    ...more,
  })
  let held: string | null = null
  beforeEach(() => {
    held = null
  })
  const ask = async (more: object, who = zhang) => {
    held ??= await office.talk()
    return who.post('/affidavits', session(held, more))
  }

  test('voluntary, without objection: signed, the copy archived', async () => {
    expect(code(await ask({ outcome: 'signed', copy: '' }))).toBe('400 malformed copy')
    expect(code(await ask({ outcome: 'signed', objections: '量刑过重' }))).toBe(
      '400 malformed objections',
    )
    const { status, body } = await ask({ outcome: 'signed' })
    expect([status, body.state]).toEqual([201, 'signed'])
    expect((await lines(zhang)).at(-1)).toMatchObject({
      services: ['present_at_affidavit'],
      charge: '盗窃',
      paper: body.id,
    })
  })

  test('voluntary, with objection: signed, and an opinion may follow', async () => {
    expect(code(await ask({ outcome: 'signed_with_objection' }))).toBe('400 malformed objections')
    const plain = await ask({ outcome: 'signed_with_objection', objections: '量刑建议偏重' })
    expect(plain.body.state).toBe('signed_with_objection')
    desk.now += 1000
    await ask({ outcome: 'signed_with_objection', objections: '偏重', opinion: '建议适用缓刑' })
    expect((await lines(zhang)).map(({ services }: any) => services)).toEqual([
      ['present_at_affidavit'],
      ['present_at_affidavit', 'opinion_charge_sentence_procedure'],
    ])
  })

  test('help refused: not signed, the written refusal archived', async () => {
    expect(code(await ask({ outcome: 'refused_help', copy: '' }))).toBe('400 malformed copy')
    const { body } = await ask({ outcome: 'refused_help' })
    expect(body.state).toBe('refused_help')
    expect((await lines(zhang)).at(-1).services).not.toContain('present_at_affidavit')
  })

  test('not voluntary: there is no way to sign; an opinion is due and the centre is told', async () => {
    for (const outcome of ['signed', 'signed_with_objection']) {
      const forced = await ask({ outcome, voluntary: false, objections: '被逼签字' })
      expect(code(forced)).toBe('409 involuntary outcome')
    }
    expect(code(await ask({ outcome: 'involuntary', voluntary: false }))).toBe(
      '400 malformed opinion',
    )
    expect(code(await ask({ outcome: 'involuntary', opinion: '非自愿' }))).toBe(
      '400 malformed voluntary',
    )
    const opinion = '当事人称受到威胁，不是自愿'
    const { status } = await ask({ outcome: 'involuntary', voluntary: false, opinion })
    expect(status).toBe(201)
    expect(await alerts()).toEqual(['involuntary breached'])
    expect((await lines(zhang)).at(-1).services).toEqual(['opinion_charge_sentence_procedure'])
  })

  test('never by phone or chat, nor by anybody but the lawyer', async () => {
    expect(code(await ask({ outcome: 'signed', place: 'phone' }))).toBe('400 malformed place')
    expect(code(await ask({ outcome: 'signed' }, li))).toBe('403 forbidden')
    expect(code(await ask({ outcome: 'signed' }, chen))).toBe('403 forbidden')
    expect(await lines(chen)).toEqual([])
  })
})

describe('an opinion to the procuratorate', () => {
  const opinion = (conversation: string, more: object = {}) => ({
    conversation,
    authority: '江城市人民检察院',
    person: '赵一',
    leniency: '退赃退赔，建议从宽',
    ...more,
  })

  test('only under review for prosecution, with a plea; sent, answered with reasons', async () => {
    const conversation = await office.talk({ stage: 'investigation' })
    const record = (more: object) => zhang.put(`/conversations/${conversation}/record`, more)
    expect(code(await zhang.post('/opinions', opinion(conversation)))).toBe('409 wrong_stage')
    await record({ stage: 'prosecution_review' })
    expect(code(await zhang.post('/opinions', opinion(conversation)))).toBe(
      '409 wrong_stage checks.plea',
    )
    await record({ checks: { plea: 'willing', ticks: [] } })
    expect(code(await zhang.post('/opinions', opinion(conversation, { leniency: '' })))).toContain(
      '400 malformed',
    )
    const { status, body } = await zhang.post('/opinions', opinion(conversation))
    expect(status).toBe(201)
    const answer = (adopted: string, reason = '') =>
      zhang.post(`/opinions/${body.id}/answer`, { adopted, reason })
    expect(code(await answer('yes'))).toBe('409 already_decided')
    await zhang.post(`/papers/${body.id}/sent`, { method: '当面', to: '周检察官' })
    expect(code(await li.post(`/papers/${body.id}/sent`, { method: '当面' }))).toBe('403 forbidden')
    expect(code(await answer('no'))).toBe('400 reason_needed reason')
    expect((await answer('partly', '数额认定不同')).body.state).toBe('answered')
    // The centre knows that there was one, and not what it said.
    const [seen] = (await chen.get('/papers?kind=opinion')).body.items
    expect(seen).toMatchObject({ state: 'answered', lawyer: 'zhang' })
    expect(JSON.stringify(seen)).not.toContain('退赃')
  })

  test('five working days without an answer: the lawyer is reminded', async () => {
    const conversation = await office.talk({ checks: { plea: 'willing', ticks: [] } })
    const { body } = await zhang.post('/opinions', opinion(conversation))
    await zhang.put(`/conversations/${conversation}/record`, {
      checks: {
        plea: 'willing',
        ticks: [
          'rules',
          'rights',
          'answered',
          'objection',
          'range',
          'circumstances',
          'leniency',
          'procedure',
        ],
      },
    })
    await office.close(conversation)
    await zhang.post(`/papers/${body.id}/sent`, { method: '邮寄' })
    await desk.pass(7 * DAY - 60)
    expect(await alerts()).toEqual([])
    await desk.pass(120)
    expect(await alerts()).toEqual(['opinion soon'])
  })
})

describe('an application for legal aid', () => {
  test('is handed on within 24 hours: told before, told after, over a restart', async () => {
    const conversation = await office.talk()
    const asked = { conversation, person: '赵一', grounds: '低保户' }
    const { body } = await zhang.post('/aid-applications', asked)
    expect(body.dueAt).toBe('2026-11-24T02:00:00.000Z')
    await office.close(conversation)
    await desk.restart()
    await desk.pass(20 * HOUR - 10)
    expect(await alerts()).toEqual([])
    await desk.pass(20)
    expect(await alerts()).toEqual(['application soon'])
    await desk.pass(4 * HOUR)
    expect(await alerts()).toEqual(['application soon', 'application breached'])
    const told = desk.telegram.in(900001).map(({ text }) => text ?? '')
    expect(told.filter((text) => text.includes('24小时内转交'))).toHaveLength(2)
    expect(told.join()).not.toContain('低保')
    expect(code(await li.post(`/papers/${body.id}/sent`, { method: '系统' }))).toBe('403 forbidden')
    expect((await zhang.post(`/papers/${body.id}/sent`, { method: '系统' })).body.state).toBe(
      'sent',
    )
    expect((await lines(zhang)).at(-1).services).toEqual(['help_apply_legal_aid'])
  })

  test('handed on in time: nobody is told', async () => {
    const conversation = await office.talk()
    const { body } = await zhang.post('/aid-applications', { conversation, person: '赵一' })
    await office.close(conversation)
    await zhang.post(`/papers/${body.id}/sent`, { method: '当面' })
    await desk.pass(2 * DAY)
    expect(await alerts()).toEqual([])
  })
})

test('a spoken application form is filled in for them, and counts once it was read back', async () => {
  const form = {
    conversation: await office.talk(),
    person: '赵一',
    help: ['legal_advice'],
    oral: true,
  }
  expect(code(await zhang.post('/help-forms', form))).toBe('409 record_incomplete readBack')
  const { status, body } = await zhang.post('/help-forms', { ...form, readBack: true })
  expect(status).toBe(201)
  expect(body.body).toMatchObject({ oral: true, filledBy: 'zhang', readBack: true })
})
