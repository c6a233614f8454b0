import type { Law } from './random.ts'

/** What a rehearsal takes for granted about the people at both ends of the line. Times in seconds unless named otherwise. */

export interface Habits {
  /** Share of rings that go unheard. */
  noAnswer: number
  /** Share of answered rings that are passed on to the next. */
  pass: number
  /** From the first ring to the key pressed, as points of its distribution in order: [3, 12] is anything from 3 to 12. */
  answer: number[]
}

export interface Scenario {
  /** Instant of the first hour. */
  from: number
  hours: number
  /** People who come in the first hours fill the desk and are not counted. */
  warmUpHours: number
  /** Callers an hour, on the mean of a week. */
  rate: number
  /** 168 weights with a mean of 1, Monday 00:00 first, in the desk's own time. */
  profile: number[]
  patience: Law
  talk: Law
  habits: Habits
  /** By a lawyer's id: where they differ. */
  lawyers: Record<string, Partial<Habits>>
  written: {
    /** Of all who come. */
    share: number
    talk: Law
    /** As `Habits.answer`, from being offered a conversation to taking it. */
    answer: number[]
  }
  /** Share of call-backs the client picks up. */
  reached: number
  /** Share of talks at whose end the client puts the phone down first, and the lawyer is still on the line. */
  stays: number
  /** A lawyer the desk has paused comes back after this long. */
  backAfter: number
}

export const HOURS_A_WEEK = 168

export const flat: number[] = Array.from({ length: HOURS_A_WEEK }, () => 1)

/** Mean 1, whatever the weights add up to. */
export function normalised(weights: number[]): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.map((weight) => weight / mean)
}

/** A police station and a procuratorate at work: busy mornings and afternoons, quiet nights, half of it at weekends. */
export const office: number[] = normalised(
  Array.from({ length: HOURS_A_WEEK }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24), i % 24]
    const shape =
      hour < 7 ? 0.15 : hour < 9 ? 0.7 : hour < 12 ? 2.2 : hour < 14 ? 1.2 : hour < 18 ? 2 : 0.8
    return day < 5 ? shape : shape / 2
  }),
)

export const defaultScenario: Omit<Scenario, 'from'> = {
  hours: HOURS_A_WEEK,
  warmUpHours: 1,
  rate: 20,
  profile: flat,
  patience: { law: 'exponential', mean: 300 },
  talk: { law: 'exponential', mean: 720 },
  habits: { noAnswer: 0.25, pass: 0, answer: [3, 12] },
  lawyers: {},
  written: { share: 0, talk: { law: 'exponential', mean: 1500 }, answer: [5, 40] },
  reached: 0.8,
  stays: 0.5,
  backAfter: 300,
}
