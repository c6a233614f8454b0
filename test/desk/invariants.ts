import { render } from '../../src/channel/twiml.ts'
import type { Conversation } from '../../src/desk/state.ts'
import type { Model } from './model.ts'

/** DESIGN §4, as far as the state of one moment shows it. */
export const brokenNow = (model: Model): string[] => [...noLimbo(model), ...loads(model)]

/** All of it, over the whole log (src/desk/audit.ts) and everything ever said. */
export const broken = (model: Model, secrets: string[]): string[] => [
  ...brokenNow(model),
  ...onceInTheLog(model),
  ...lanes(model),
  ...noRecording(model),
  ...noWords(model, secrets),
  ...model.audit().map(({ invariant, what }) => `${invariant}: ${what}`),
]

function onceInTheLog(model: Model): string[] {
  const keys = model.log.flatMap(({ key }) => (key === null ? [] : [key]))
  return new Set(keys).size === keys.length ? [] : ['1: a key stands in the log twice']
}

function noLimbo(model: Model): string[] {
  const timer = (id: string) => model.timers.has(id)
  const limbo = (c: Conversation): boolean => {
    switch (c.state) {
      case 'waiting':
        return !timer('queue:floor')
      case 'promised':
        return !timer(`pledge:${c.id}`) || c.pledge === null
      case 'active':
        return c.unansweredSince !== null && !timer(`absent:${c.id}`)
      default:
        return false
    }
  }
  const forgotten = [...model.conversations.values()].filter(
    ({ id, state, reserved }) =>
      reserved &&
      (state === 'waiting'
        ? !timer(`appointment:${reserved.appointment}`) && model.asked(id) === 0
        : state !== 'active'),
  )
  const stuck = [...model.offers.values()].filter(
    (o) => o.state === 'open' && !timer(`offer:${o.id}`),
  )
  return [
    ...[...model.conversations.values()].filter(limbo).map((c) => `2: ${c.id} ${c.state} in limbo`),
    ...forgotten.map((c) => `2: ${c.id} ${c.state} with its appointment forgotten`),
    ...stuck.map((offer) => `2: offer ${offer.id} never lapses`),
  ]
}

function loads(model: Model): string[] {
  const found: string[] = []
  for (const { id, limit } of model.desk.lawyers) {
    const ringing = model.open(id).filter((o) => o.method === 'phone').length
    const mine = [...model.conversations.values()].filter(
      (c) => c.lawyer === id && c.state === 'active',
    )
    const written = mine.filter((c) => c.channel !== 'phone').length
    const calls = mine.length - written
    if (ringing > 1) found.push(`3: ${id} has ${ringing} phones ringing`)
    if (written > limit) found.push(`3: ${id} has ${written} of ${limit}`)
    if (calls > 1) found.push(`3: ${id} is in ${calls} calls`)
  }
  return found
}

function lanes(model: Model): string[] {
  const wrong = [...model.outbox.values()].filter(
    ({ act, content }) => act.do === 'text' && (content === null || !model.words.has(content)),
  )
  return wrong.map(({ key }) => `5: ${key} has nothing to say`)
}

function noRecording(model: Model): string[] {
  return [...model.legs.values()]
    .filter(
      ({ script }) =>
        script && /\srecord\w*=|<Record|<Start|<Stream|coach=/i.test(render(script, 'x')),
    )
    .map(({ id }) => `9: ${id} could be recorded`)
}

function noWords(model: Model, secrets: string[]): string[] {
  const open = JSON.stringify([
    model.log.map(({ words, ...line }) => line),
    [...model.outbox.values()],
    [...model.timers.values()],
    model.faults,
  ])
  return secrets.filter((secret) => open.includes(secret)).map((s) => `11: ${s} in the clear`)
}
