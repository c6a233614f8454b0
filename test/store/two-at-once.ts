import type { Appointment } from '../../src/desk/appointment/appointment.ts'
import { saveAppointment } from '../../src/store/appointment.ts'
import type { Engine } from '../../src/store/engine.ts'
import { Keys } from '../../src/store/keys.ts'
import { migrate } from '../../src/store/migrate.ts'
import { Seal } from '../../src/store/seal.ts'

/** What the tables themselves say to appointments that overlap, whatever decided so. */

const MINUTE = 60_000
const seal = new Seal(Buffer.alloc(32, 7))

export const appointment = (
  id: string,
  lawyer: string,
  from: number,
  minutes = 30,
): Appointment => ({
  id,
  conversation: null,
  client: null,
  lawyer,
  station: 'main',
  method: 'phone',
  from: from * MINUTE,
  to: (from + minutes) * MINUTE,
  busyUntil: (from + minutes) * MINUTE,
  state: 'booked',
  token: `token-${id}`,
  sequence: 0,
  createdAt: 0,
  heldUntil: null,
  flags: [],
  alert: null,
  tries: 0,
  wish: null,
})

/** Writes it by itself; says whether the database took it. */
async function written(engine: Engine, row: Appointment): Promise<'written' | 'refused'> {
  const work = engine.atomically((tx) => saveAppointment(tx, new Keys(tx, seal), row))
  return work.then(
    () => 'written',
    () => 'refused',
  )
}

export async function twoAtOnce(engine: Engine): Promise<Record<string, string>> {
  await migrate(engine.db)
  const first = appointment('1', 'a', 1000)
  const answers = {
    first: await written(engine, first),
    overlapping: await written(engine, appointment('2', 'a', 1029)),
    within: await written(engine, appointment('3', 'a', 1010, 5)),
    next: await written(engine, appointment('4', 'a', 1030)),
    another: await written(engine, appointment('5', 'b', 1000)),
    moved: await written(engine, { ...first, from: 2000 * MINUTE, busyUntil: 2030 * MINUTE }),
    freed: await written(engine, appointment('6', 'a', 1000)),
  }
  const many = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      written(engine, appointment(`m${n}`, 'c', 3000 + (n % 20))),
    ),
  )
  return { ...answers, many: String(many.filter((one) => one === 'written').length) }
}

export const expected = {
  first: 'written',
  overlapping: 'refused',
  within: 'refused',
  next: 'written',
  another: 'written',
  moved: 'written',
  freed: 'written',
  many: '1',
}
