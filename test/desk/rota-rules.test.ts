import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekdays } from '../../src/desk/desk.ts'
import type { Change } from '../../src/desk/rota/change.ts'
import { withChange } from '../../src/desk/rota/change.ts'
import { clashesBrought } from '../../src/desk/rota/clashes.ts'
import { explain } from '../../src/desk/rota/explain.ts'
import type { Override } from '../../src/desk/rota/facts.ts'
import { gapsBetween } from '../../src/desk/rota/gaps.ts'
import { tellWhy } from '../../src/desk/rota/tell-why.ts'
import { onDuty } from '../../src/desk/rota.ts'
import {
  build,
  DAY,
  HOUR,
  instants,
  MINUTE,
  names,
  plainly,
  rota,
  twoClocks,
  who,
} from './any-rota.ts'
import { content, monday10 } from './fixture.ts'
import { Model } from './model.ts'

/** What holds of any rota, in any zone: nothing is silent, nothing is erased, nothing past is changed. */

const runs = { numRuns: Number(process.env.ROTA_RUNS ?? 60) }

describe('any rota', () => {
  test('is what its rules say, one instant at a time; nobody stands on it twice', () => {
    fc.assert(
      fc.property(rota, (drawn) => {
        const d = build(drawn)
        for (const at of instants(drawn, 105)) {
          for (const how of ['phone', 'online'] as const) {
            const on = names(d, how, at)
            expect(on).toEqual(plainly(d, how, at))
            expect(new Set(on).size).toBe(on.length)
          }
        }
      }),
      runs,
    )
  })

  test('no gap is silent: every uncovered minute of published hours is reported, and nothing else', () => {
    fc.assert(
      fc.property(rota, (drawn) => {
        const d = build(drawn)
        const gaps = gapsBetween(d, drawn.start, drawn.start + 7 * DAY)
        const hours = { ...d, leave: [], overrides: [], swaps: [], rotations: [], hours: [] }
        for (const at of instants(drawn)) {
          for (const how of ['phone', 'online'] as const) {
            for (const { id: station } of d.stations) {
              // Published hours, read as if each were a shift of somebody who is always there.
              const promised = d.hours.some(
                (h) =>
                  h.station === station &&
                  onDuty(
                    {
                      ...hours,
                      shifts: [
                        {
                          id: 'h',
                          lawyer: 'a',
                          station,
                          methods: h.methods,
                          tier: 'primary',
                          mode: 'fixed',
                          days: h.days,
                          on: h.on,
                          from: h.from,
                          to: h.to,
                        },
                      ],
                    },
                    how,
                    at,
                  ).length > 0,
              )
              const silent = !d.hours.some((h) => h.station === station)
              if (silent) continue
              const wanted = promised && plainly(d, how, at, station).length === 0
              const reported = gaps.some(
                (g) => g.station === station && g.method === how && g.from <= at && at < g.to,
              )
              expect([at, how, station, reported]).toEqual([at, how, station, wanted])
            }
          }
        }
      }),
      runs,
    )
  })

  test('an override changes its own lawyer’s duty in its own time, and leaves the rest', () => {
    fc.assert(
      fc.property(
        rota,
        fc.tuple(who, fc.option(who)),
        fc.nat(6 * 1440),
        (drawn, [from, by], at) => {
          const d = build(drawn)
          const start = drawn.start + at * MINUTE
          const row: Override = {
            id: 'new',
            lawyer: from,
            by: by === from ? null : by,
            from: start,
            to: start + 5 * HOUR,
            station: null,
            at: 1000,
          }
          const after = withChange(d, { what: 'overrides', id: 'new', row })
          for (const instant of instants(drawn, 90)) {
            const [was, is] = [names(d, 'phone', instant), names(after, 'phone', instant)]
            if (instant < row.from || instant >= row.to) expect(is).toEqual(was)
            else {
              const others = (list: string[]) => list.filter((id) => id !== from && id !== row.by)
              expect(others(is)).toEqual(others(was))
              expect(is).not.toContain(from)
            }
          }
          const back = withChange(after, { what: 'overrides', id: 'new', row: null } as Change)
          for (const instant of instants(drawn, 180)) {
            expect(names(back, 'phone', instant)).toEqual(names(d, 'phone', instant))
          }
        },
      ),
      runs,
    )
  })

  test('everybody on or off has a reason that can be said, and it agrees', () => {
    fc.assert(
      fc.property(rota, fc.nat(7 * 1440), (drawn, minute) => {
        const d = build(drawn)
        const at = drawn.start + minute * MINUTE
        const on = names(d, 'phone', at)
        for (const one of explain(d, 'phone', at)) {
          expect(one.on).toBe(on.includes(one.lawyer))
          expect(one.reasons.length).toBeGreaterThan(0)
          for (const reason of one.reasons) {
            for (const language of ['zh-CN', 'en'] as const) {
              expect(tellWhy(d, reason, language)).not.toMatch(/undefined|null|NaN/)
            }
          }
        }
      }),
      runs,
    )
  })
})

describe('changing the rules', () => {
  test('never changes the past, whatever is asked, and never brings a double booking', () => {
    const act = fc.record({
      what: fc.nat(9),
      lawyer: who,
      other: who,
      n: fc.nat(50),
      hours: fc.integer({ min: 1, max: 40 }),
      wait: fc.integer({ min: 1, max: 30 }),
      times: twoClocks,
    })
    fc.assert(
      fc.property(rota, fc.array(act, { minLength: 3, maxLength: 14 }), (drawn, acts) => {
        const model = new Model(build({ ...drawn, zone: 'Asia/Shanghai' }), content, monday10)
        const begin = monday10 - 2 * DAY
        for (const [index, one] of acts.entries()) {
          const before = model.desk
          const { now } = model
          const id = `new${index}`
          const span = { from: now + one.n * HOUR, to: now + (one.n + one.hours) * HOUR }
          const known = before.shifts[one.n % Math.max(1, before.shifts.length)]?.id ?? 'none'
          const fields = {
            lawyer: one.lawyer,
            station: one.n % 2 ? 'main' : 'other',
            methods: ['phone' as const],
            tier: 'primary' as const,
            mode: 'fixed' as const,
            days: [...weekdays],
            ...one.times,
          }
          const ask = [
            { do: 'shift.add' as const, id, fields },
            {
              do: 'shift.change' as const,
              id: known,
              fields: { lawyer: one.lawyer, ...one.times },
            },
            { do: 'shift.remove' as const, id: known },
            { do: 'rotation.change' as const, id: 'r', fields: { order: [one.lawyer, one.other] } },
            { do: 'rotation.remove' as const, id: 'r' },
            { do: 'leave.ask' as const, id, lawyer: one.lawyer, span, reason: '家事' },
            {
              do: 'override.add' as const,
              id,
              fields: { lawyer: one.lawyer, by: one.other, ...span, station: null },
              reason: null,
            },
            {
              do: 'lawyer.change' as const,
              id: one.lawyer,
              fields: { status: one.n % 2 ? ('suspended' as const) : ('active' as const) },
              reason: '核查',
            },
            { do: 'override.end' as const, id: before.overrides.at(-1)?.id ?? 'none' },
            { do: 'publish' as const, id, workingDays: 5, to: null },
          ][one.what]
          if (!ask) continue
          model.handle({ type: 'rota.asked', by: { id: 'chen', role: 'coordinator' }, act: ask })
          for (let at = begin; at < now; at += 50 * MINUTE) {
            expect(names(model.desk, 'phone', at)).toEqual(names(before, 'phone', at))
          }
          if (ask.do !== 'lawyer.change') {
            expect(clashesBrought(before, model.desk, now, now + 14 * DAY)).toEqual([])
          }
          model.pass(one.wait * HOUR)
        }
        expect(model.audit()).toEqual([])
      }),
      runs,
    )
  })
})
