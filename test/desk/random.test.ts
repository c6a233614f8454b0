import fc from 'fast-check'
import { expect, test } from 'vitest'
import { always, content, desk, lawyer, monday10 } from './fixture.ts'
import { broken, brokenNow } from './invariants.ts'
import { Model } from './model.ts'
import { happeningOf, step } from './random-day.ts'

/** Days that nobody would think of: any event, at any time, in any order, repeated, late, or against all sense. */

const house = (routing: object) => ({
  ...desk(
    [
      lawyer('a', { telegram: 1, limit: 1 }),
      lawyer('b'),
      lawyer('c', { telegram: 3, languages: ['en'] }),
      lawyer('off'),
      lawyer('new', { trained: null }),
      lawyer('out', { status: 'suspended' }),
    ],
    [
      always('a'),
      always('b'),
      always('c', 'backup'),
      always('new'),
      always('out'),
      { ...always('off'), days: ['tue'] },
      ...['a', 'b', 'out'].map((id) => ({
        ...always(id),
        id: `${id}-booked`,
        mode: 'appointment' as const,
      })),
    ],
    routing,
  ),
  booking: {
    slotMinutes: 5,
    noticeMinutes: 1,
    horizonDays: 1,
    reminderMinutes: [10, 1],
    bufferMinutes: 2,
  },
})

const routings = fc.constantFrom(
  {},
  { staggerSeconds: 0, rounds: 1 },
  { staggerSeconds: 1, ringSeconds: 3, offerSeconds: 4, rounds: 3, absentSeconds: 5 },
)

test('the invariants hold over any day', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 30, maxLength: 140, size: 'max' }),
      routings,
      (steps, routing) => {
        const model = new Model(house(routing), content, monday10)
        const secrets: string[] = []
        steps.forEach((one, index) => {
          if (one.what === 'time') {
            model.pass((one.n % 2 ? one.m * 100 : one.m * 3000) + 1)
          } else if (one.what === 'restart') {
            model.restart(one.n % 3 ? one.m : one.m * 600)
          } else {
            const secret = `秘密${index}号`
            secrets.push(secret)
            // A rule works from its own millisecond on.
            if (one.what === 'rota') model.pass(1)
            const happening = happeningOf(model, one, secret)
            if (happening) {
              model.handle(happening, `key-${index}`)
              if (one.again) {
                const before = JSON.stringify([model.log.length, [...model.conversations.values()]])
                const { fault, repeat } = model.handle(happening, `key-${index}`)
                if (repeat) {
                  expect(
                    JSON.stringify([model.log.length, [...model.conversations.values()]]),
                  ).toBe(before)
                } else {
                  expect(fault).not.toBeNull()
                }
              }
            }
          }
          expect(brokenNow(model)).toEqual([])
        })
        expect(broken(model, secrets)).toEqual([])
      },
    ),
    { numRuns: Number(process.env.RANDOM_RUNS ?? 60), endOnFailure: true },
  )
}, 120_000)

test('everyone who waits is helped or told in the end, when lawyers answer', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
      const model = new Model(house({}), content, monday10)
      steps.forEach((one, index) => {
        // Nobody is promised a lawyer where the rota is emptied for good.
        const idle = one.what === 'time' || one.what === 'rota'
        const happening = idle ? null : happeningOf(model, one, `话${index}`)
        if (happening) model.handle(happening, `key-${index}`)
        else model.pass(one.m * 100)
      })
      for (const id of ['a', 'b', 'c']) {
        model.handle({
          type: 'presence.set',
          lawyer: id,
          presence: 'on',
          until: null,
          via: 'browser',
        })
      }
      // From here on every written offer is taken at once, and closed.
      for (let minute = 0; minute < 600; minute++) {
        for (const offer of [...model.offers.values()].filter(
          (o) => o.state === 'open' && o.method === 'online',
        )) {
          const { lawyer: by, id, conversation } = offer
          model.handle({ type: 'offer.accepted', offer: id, lawyer: by, via: 'browser' })
          const fields = { charge: '不详', question: '问', answer: '答' }
          model.handle({ type: 'record.kept', conversation, lawyer: by, fields })
          model.handle({
            type: 'conversation.closed',
            conversation,
            lawyer: by,
            outcome: 'answered',
          })
        }
        for (const c of [...model.conversations.values()]) {
          if (c.state !== 'active' || !c.lawyer || c.channel === 'phone') continue
          const fields = { charge: '不详', question: '问', answer: '答' }
          model.handle({ type: 'record.kept', conversation: c.id, lawyer: c.lawyer, fields })
          model.handle({
            type: 'conversation.closed',
            conversation: c.id,
            lawyer: c.lawyer,
            outcome: 'answered',
          })
        }
        model.pass(60_000)
      }
      const written = [...model.conversations.values()].filter(
        (c) => c.channel !== 'phone' && (c.state === 'waiting' || c.state === 'promised'),
      )
      const helpless = written.filter(
        (c) =>
          !['a', 'b', 'c'].every((id) =>
            model.conflicts.some((k) => k.client === c.client && k.lawyer === id),
          ),
      )
      expect(helpless.map(({ id, state }) => `${id} ${state}`)).toEqual([])
    }),
    { numRuns: 25 },
  )
}, 120_000)
