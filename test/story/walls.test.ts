import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FakeOpenAi } from '../fake-openai.ts'
import { Person, TestDesk } from '../harness.ts'
import { dutyAsk, knock, type Rule, type Wall, type World, walls } from '../walls.ts'
import { notice, plea } from '../walls-papers.ts'
import { type Described, soundBody } from '../walls-sample.ts'
import { thingsOf } from '../walls-world.ts'
import { bookingDesk, byAppointment } from './appointment-desk.ts'

/** Every route × every role × somebody else's object (Art. 29). */

let model: FakeOpenAi
let desk: TestDesk
let world: World
let li: Person
let chen: Person
let routes: string[] = []
let doc: Described

const span = { from: '2026-11-25T01:00:00.000Z', to: '2026-11-25T09:00:00.000Z' }

beforeAll(async () => {
  model = new FakeOpenAi()
  desk = await TestDesk.open(bookingDesk({}, [byAppointment('zhang')]), () => model.config())
  const client = await desk.openChat()
  await client.write('只有张律师能看的话')
  await client.write('律师')
  const zhang = await desk.signIn('zhang')
  await zhang.takeFirst()
  li = await desk.signIn('li')
  await li.post('/presence', { state: 'off' })
  chen = await desk.signIn('chen')
  const things = await thingsOf(desk, zhang, chen)
  const second = await desk.openChat()
  await second.write('律师')
  const offers = await zhang.offers()
  const leave = await zhang.post('/leave', span)
  const swap = await zhang.post('/swaps', { with: 'wang', gives: span })
  const safety = await zhang.get('/safety')
  const asked = await chen.post('/duty-asks', dutyAsk('zhang'))
  const filed = await chen.post('/notices', notice)
  const letter = await chen.post(`/notices/${filed.body.id}/assign`, { lawyer: 'zhang' })
  const told = await zhang.post('/plea-notices', { ...plea, conversation: client.conversation })
  const shift = await chen.post('/shifts', walls['POST /shifts']?.body?.(world))
  const requests = await chen.get(`/assist/requests?conversation=${client.conversation}`)
  world = {
    ...things,
    conversation: client.conversation,
    offer: offers[0]?.id,
    leave: leave.body.id,
    swap: swap.body.id,
    dutyAsk: asked.body.id,
    session: safety.body.sessions[0].id,
    shift: shift.body.id,
    notice: filed.body.id,
    task: filed.body.tasks?.[0]?.id,
    letter: letter.body.id,
    plea: told.body.id,
    request: requests.body.items[0]?.id,
  }
  await li.post('/presence', { state: 'on' })
  doc = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as Described
  routes = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
})
afterAll(async () => {
  await desk.close()
  await model.close()
})

/** Nothing of Zhang's, in an answer that is one's own. */
const foreign = (): string[] => [
  world.conversation,
  world.leave,
  world.swap,
  world.dutyAsk,
  world.session,
  world.appointment,
  world.line,
  world.opinion,
  world.view,
]

test('the world of others is there to be asked for', () => {
  for (const [name, id] of Object.entries(world)) expect(typeof id, name).toBe('string')
})

test('every route of the API stands in test/walls.ts, and nothing else does', () => {
  expect([...routes].sort()).toEqual(Object.keys(walls).sort())
})

function holds(wall: Wall, rule: Rule, { status, body }: { status: number; body: unknown }): void {
  if (typeof rule === 'number') {
    expect(status).toBe(rule)
    return
  }
  if (!wall.open) expect([401, 403]).not.toContain(status)
  expect(status).toBeLessThan(500)
  if (rule === 'own') for (const id of foreign()) expect(JSON.stringify(body)).not.toContain(id)
}

describe.each(Object.entries(walls))('%s', (route: string, wall: Wall) => {
  test(wall.open ? 'open' : 'nobody who is not signed in', async () => {
    const { status } = await knock(new Person(desk, ''), route, wall, world, soundBody(doc, route))
    if (wall.open) expect(status).toBeLessThan(500)
    else expect(status).toBe(401)
  })
  test(`another lawyer: ${wall.lawyer}`, async () => {
    holds(
      wall,
      wall.lawyer,
      await knock(await current('li'), route, wall, world, soundBody(doc, route)),
    )
  })
  test(`a coordinator: ${wall.coordinator}`, async () => {
    holds(
      wall,
      wall.coordinator,
      await knock(await current('chen'), route, wall, world, soundBody(doc, route)),
    )
  })
})

/** Signed in anew where the route before ended it. */
async function current(name: 'li' | 'chen'): Promise<Person> {
  const known = name === 'li' ? li : chen
  if ((await known.get('/me')).status === 200) return known
  const again = await desk.signIn(name)
  if (name === 'li') li = again
  else chen = again
  return again
}
