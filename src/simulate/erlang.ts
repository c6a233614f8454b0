/**
 * The closed form a desk is measured against: Erlang-A, the M/M/n+M queue (Palm 1946), where calls come at random, talks
 * and patience are exponential, no ring is lost and nobody waits while a lawyer is free. Without patience running out it
 * is Erlang-C, without a queue Erlang-B. After A. Mandelbaum and S. Zeltyn, "The Palm/Erlang-A Queue, with Applications
 * to Call Centers" (Technion, 2005), §4, and "Call Centers with Impatient Customers: Many-Server Asymptotics of the
 * M/M/n+G Queue" (Queueing Systems 51, 2005), §2: the wait offered has the density λ·exp(λH(t) − nμt) ÷ (ε + λJ).
 */

export interface Load {
  /** Calls a second. */
  arrivals: number
  /** Mean seconds a lawyer is taken up by one call. */
  handling: number
  /** Mean seconds; Infinity for callers who never give up, 0 for callers who will not wait at all. */
  patience: number
  /** Lawyers. */
  lawyers: number
}

export interface ErlangA {
  /** Share of callers who find nobody free. */
  waiting: number
  /** Share who give up; in Erlang-B the share turned away. */
  abandoned: number
  /** Share of all callers whom a lawyer answers within these seconds. */
  answeredWithin(seconds: number): number
  /** Mean seconds waited by all callers, those who give up among them. */
  meanWait: number
  /** Share of their time the lawyers are taken up. */
  occupancy: number
}

/** Erlang-B by its recursion in the inverse, which neither overflows nor cancels. `offered` in erlangs. */
export function erlangB(offered: number, lawyers: number): number {
  let inverse = 1
  for (let n = 1; n <= lawyers; n++) inverse = 1 + (n / offered) * inverse
  return 1 / inverse
}

/** Null where more calls come than can ever be answered and nobody gives up: then there is no steady state. */
export function erlangA(load: Load): ErlangA | null {
  const { arrivals, handling, patience, lawyers } = load
  if (arrivals === 0) return idle
  if (lawyers === 0) return patience === Number.POSITIVE_INFINITY ? null : nobody(patience)
  const offered = arrivals * handling
  if (patience === 0) return blocked(offered, lawyers)
  if (patience === Number.POSITIVE_INFINITY && offered >= lawyers) return null
  const { exponent, peak, far } = shapeOf(load)
  // Everything is divided by the density's highest value, so that no load is too great to be computed.
  const highest = exponent(peak)
  const density = (t: number): number => arrivals * Math.exp(exponent(t) - highest)
  /** ε: what the states in which a lawyer is free weigh. */
  const free = Math.exp(-highest) / erlangB(offered, lawyers - 1)
  const lost = (t: number): number => density(t) * -Math.expm1(-t / patience)
  const spent = (t: number): number => density(t) * endured(patience, t)
  const queued = integral(density, 0, far)
  const whole = free + queued
  const abandoned = integral(lost, 0, far) / whole
  return {
    waiting: queued / whole,
    abandoned,
    answeredWithin: (seconds) => {
      const until = Math.min(seconds, far)
      const late = integral(density, until, far) + integral(lost, 0, until)
      return 1 - late / whole
    },
    meanWait: integral(spent, 0, far) / whole,
    occupancy: (offered * (1 - abandoned)) / lawyers,
  }
}

/** H(t): the mean of a caller's patience as far as it falls within `t` seconds. */
const endured = (patience: number, t: number): number =>
  patience === Number.POSITIVE_INFINITY ? t : -patience * Math.expm1(-t / patience)

const idle: ErlangA = {
  waiting: 0,
  abandoned: 0,
  answeredWithin: () => 1,
  meanWait: 0,
  occupancy: 0,
}

const nobody = (patience: number): ErlangA => ({
  waiting: 1,
  abandoned: 1,
  answeredWithin: () => 0,
  meanWait: patience,
  occupancy: 0,
})

function blocked(offered: number, lawyers: number): ErlangA {
  const lost = erlangB(offered, lawyers)
  return {
    waiting: lost,
    abandoned: lost,
    answeredWithin: () => 1 - lost,
    meanWait: 0,
    occupancy: (offered * (1 - lost)) / lawyers,
  }
}

/** The density's logarithm but for a constant: concave, so it has one peak, and is e⁻⁴⁰ of it from `far` on. */
function shapeOf({ arrivals, handling, patience, lawyers }: Load) {
  const exponent = (t: number): number => arrivals * endured(patience, t) - (lawyers / handling) * t
  const overload = Math.log((arrivals * handling) / lawyers)
  const peak = overload > 0 ? patience * overload : 0
  let far = Math.max(1, peak)
  while (exponent(far) > exponent(peak) - 40) far *= 2
  return { exponent, peak, far }
}

/** Composite Simpson, its strips finest near zero, where the density turns fastest. */
function integral(f: (t: number) => number, from: number, to: number): number {
  let sum = 0
  const strips = 400
  const edge = (i: number): number => from + (to - from) * (i / strips) ** 2
  for (let i = 0; i < strips; i++) {
    const [a, b] = [edge(i), edge(i + 1)]
    sum += ((b - a) / 6) * (f(a) + 4 * f((a + b) / 2) + f(b))
  }
  return sum
}
