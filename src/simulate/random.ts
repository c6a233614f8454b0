import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that can be had again: the same numbers name the same stream. */

export interface Random {
  /** In [0, 1). */
  uniform(): number
  /** Standard normal. */
  normal(): number
}

/** The finaliser of MurmurHash3 (Appleby): every bit of what goes in turns half of those that come out. */
function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** Streams of different names are independent for all a simulation can tell; `names` are whole numbers. */
export function stream(seed: number, ...names: number[]): Random {
  const start = names.reduce(
    (hash, name) => mix(Math.imul(hash, 31) + name + 0x9e3779b9),
    mix(seed),
  )
  const generator = xoroshiro128plus(start)
  // Its first numbers after a seed of 32 bits are too much alike.
  for (let i = 0; i < 8; i++) generator.next()
  const uniform = (): number => uniformFloat64(generator)
  return {
    uniform,
    // Box and Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}

/** How long something takes; `mean` in seconds, Infinity for never. */
export type Law =
  | { law: 'exponential'; mean: number }
  | { law: 'fixed'; mean: number }
  /** `cv`: standard deviation ÷ mean. Talks on real telephones fit it (Brown et al. 2005, JASA 100:36–50). */
  | { law: 'lognormal'; mean: number; cv: number }

/** Seconds. Draws the same number of numbers whatever the law, so that streams stay in step. */
export function draw(random: Random, law: Law): number {
  const u = random.uniform()
  const z = random.normal()
  switch (law.law) {
    case 'exponential':
      return -Math.log(1 - u) * law.mean
    case 'fixed':
      return law.mean
    case 'lognormal': {
      const variance = Math.log(1 + law.cv * law.cv)
      return law.mean * Math.exp(Math.sqrt(variance) * z - variance / 2)
    }
  }
}

/** The value a share `u` of the sample stays under, between its points in a straight line; [3, 12] is anything from 3 to 12. */
export function fromSample(sorted: number[], u: number): number {
  const place = u * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}
