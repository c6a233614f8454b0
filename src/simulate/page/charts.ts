import { short } from '../format.ts'
import type { Report } from '../report.ts'
import type { Estimate } from '../statistics.ts'
import { isShort } from '../tables.ts'
import type { Words } from '../words/zh.ts'

/** What page.js draws: numbers and labels, in one language. Shares are in per cent. */

const share = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 10

/** [middle, least, most] */
const span = ({ mean, half }: Estimate) => [share(mean), share(mean - half), share(mean + half)]

export function chartsOf(report: Report, words: Words) {
  const { curve, day, policies, lawyers, staffing } = report
  const series = [words.simulated, words.bound]
  return {
    curve: {
      axis: words.secondsAxis,
      series,
      labels: curve.map(({ seconds }) => String(seconds)),
      values: [
        curve.map((point) => share(point.simulated)),
        curve.map((point) => share(point.bound)),
      ],
    },
    day: {
      axis: words.hour,
      series,
      labels: day.map(({ hour }) => String(hour)),
      values: [day.map(({ simulated }) => share(simulated)), day.map(({ bound }) => share(bound))],
    },
    policies: {
      labels: (policies ?? []).map(({ policy }) => words.policyNames[policy]),
      series: [words.within(20), words.within(60)],
      values: [
        (policies ?? []).map(({ figures }) => span(figures.within20)),
        (policies ?? []).map(({ figures }) => span(figures.within60)),
      ],
    },
    rings: {
      labels: (policies ?? []).map(({ policy }) => words.policyNames[policy]),
      series: [words.rings],
      values: [(policies ?? []).map(({ figures }) => Number(figures.rings.mean.toFixed(2)))],
    },
    load: {
      labels: lawyers.map(({ name }) => name),
      series: [words.talking],
      values: [lawyers.map(({ talking }) => share(talking))],
    },
    staffing: {
      days: words.days,
      hour: words.hour,
      legend: words.legend,
      cells: staffing.map((cell) => ({
        day: Math.floor(cell.hourOfWeek / 24),
        hour: cell.hourOfWeek % 24,
        now: cell.now,
        needed: cell.needed,
        least: cell.least,
        calls: short(cell.calls),
        short: isShort(cell),
      })),
    },
  }
}
