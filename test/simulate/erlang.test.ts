import { describe, expect, test } from 'vitest'
import { type ErlangA, erlangA, erlangB, type Load } from '../../src/simulate/erlang.ts'

const of = (load: Load): ErlangA => {
  const found = erlangA(load)
  if (!found) throw new Error('no steady state')
  return found
}

/** The queue's states one by one (M/M/n+M as a birth-death chain), with nothing in common with the closed form. */
function chain({ arrivals, handling, patience, lawyers }: Load, until: number) {
  const leaving = (state: number): number =>
    Math.min(state, lawyers) / handling + Math.max(0, state - lawyers) / patience
  const weights = [1]
  for (let state = 1; state < lawyers + 4000; state++) {
    weights.push(((weights[state - 1] ?? 0) * arrivals) / leaving(state))
    // So that no product overflows.
    if ((weights[state] ?? 0) > 1e100) {
      for (let i = 0; i <= state; i++) weights[i] = (weights[i] ?? 0) * 1e-100
    }
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const states = weights.map((weight) => weight / whole)
  const queue = states.reduce((sum, p, state) => sum + p * Math.max(0, state - lawyers), 0)
  const waiting = states.slice(lawyers).reduce((sum, p) => sum + p, 0)
  return {
    waiting,
    abandoned: queue / patience / arrivals,
    meanWait: queue / arrivals,
    answeredWithin: 1 - waiting + servedLate(states.slice(lawyers), until),
  }

  /** Steps of the chain a tagged caller goes through, in small slices of time. */
  function servedLate(found: number[], time: number): number {
    const slice = 0.001
    let ahead = found.slice(0, 200)
    let served = 0
    for (let t = 0; t < time; t += slice) {
      const next = ahead.map(() => 0)
      ahead.forEach((p, place) => {
        const forward = lawyers / handling + place / patience
        const moves = 1 - Math.exp(-(forward + 1 / patience) * slice)
        const share = forward / (forward + 1 / patience)
        next[place] = (next[place] ?? 0) + p * (1 - moves)
        if (place === 0) served += p * moves * share
        else next[place - 1] = (next[place - 1] ?? 0) + p * moves * share
      })
      ahead = next
    }
    return served
  }
}

describe('Erlang-A', () => {
  test('gives what was published: 50 agents, 48 calls a minute of one minute, patience two minutes', () => {
    // Garnett, Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers" (2002), Table 1.
    const patient = of({ arrivals: 0.8, handling: 60, patience: 120, lawyers: 50 })
    expect(patient.abandoned).toBeCloseTo(0.031, 3)
    expect(patient.meanWait).toBeCloseTo(3.7, 1)
    expect(patient.occupancy).toBeCloseTo(0.93, 2)
    const endless = of({
      arrivals: 0.8,
      handling: 60,
      patience: Number.POSITIVE_INFINITY,
      lawyers: 50,
    })
    expect(endless.meanWait).toBeCloseTo(20.8, 1)
    expect(endless.occupancy).toBeCloseTo(0.96, 10)
    expect(endless.answeredWithin(58.1)).toBeCloseTo(0.9, 3)
  })

  test.each<Load>([
    { arrivals: 20 / 3600, handling: 720, patience: 300, lawyers: 7 },
    { arrivals: 40 / 3600, handling: 720, patience: 300, lawyers: 7 },
    { arrivals: 6 / 3600, handling: 720, patience: 60, lawyers: 1 },
    { arrivals: 0.8, handling: 60, patience: 120, lawyers: 50 },
  ])('agrees with the chain of states: %j', (load) => {
    const [closed, stepped] = [of(load), chain(load, 20)]
    expect(closed.waiting).toBeCloseTo(stepped.waiting, 8)
    expect(closed.abandoned).toBeCloseTo(stepped.abandoned, 7)
    expect(closed.meanWait).toBeCloseTo(stepped.meanWait, 5)
    expect(closed.answeredWithin(20)).toBeCloseTo(stepped.answeredWithin, 4)
  })

  test('without end to patience it is Erlang-C; with none it is Erlang-B', () => {
    const load = { arrivals: 20 / 3600, handling: 720, lawyers: 7 }
    const [offered, free] = [4, 3]
    const c = 1 / (1 + (1 - offered / 7) * (1 / erlangB(offered, 7) - 1))
    for (const patience of [Number.POSITIVE_INFINITY, 1e9]) {
      const found = of({ ...load, patience })
      expect(found.waiting).toBeCloseTo(c, 6)
      expect(found.meanWait).toBeCloseTo((c * 720) / free, 2)
      expect(found.answeredWithin(60)).toBeCloseTo(1 - c * Math.exp((-60 * free) / 720), 6)
      expect(found.abandoned).toBeCloseTo(0, 6)
    }
    for (const patience of [0, 1e-3]) {
      expect(of({ ...load, patience }).abandoned).toBeCloseTo(erlangB(offered, 7), 4)
    }
  })

  test('Erlang-B as tables have it: 10 erlangs', () => {
    expect(erlangB(10, 10)).toBeCloseTo(0.2146, 4)
    expect(erlangB(10, 20)).toBeCloseTo(0.0019, 4)
  })

  test('no load is too great or too small to compute', () => {
    const overloaded = of({ arrivals: 100, handling: 60, patience: 1200, lawyers: 5000 })
    // As many give up as cannot be served.
    expect(overloaded.abandoned).toBeCloseTo(1 / 6, 6)
    expect(
      of({ arrivals: 1 / 86_400, handling: 60, patience: 60, lawyers: 2000 }).answeredWithin(20),
    ).toBe(1)
    expect(of({ arrivals: 0, handling: 60, patience: 60, lawyers: 0 }).answeredWithin(20)).toBe(1)
    expect(of({ arrivals: 1, handling: 60, patience: 60, lawyers: 0 }).abandoned).toBe(1)
    const endless = { arrivals: 1, handling: 60, patience: Number.POSITIVE_INFINITY }
    expect(erlangA({ ...endless, lawyers: 60 })).toBeNull()
    expect(erlangA({ ...endless, lawyers: 0 })).toBeNull()
  })
})
