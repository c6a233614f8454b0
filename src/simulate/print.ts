import { short, whole } from './format.ts'
import type { Report } from './report.ts'
import { figures, load, policies, staffing, type Table } from './tables.ts'
import { en } from './words/en.ts'
import { type Words, zh } from './words/zh.ts'

/** The report in a terminal: Chinese, then English. */
export const printed = (report: Report): string =>
  [zh, en].map((words) => inOneLanguage(report, words)).join('\n\n')

function inOneLanguage(report: Report, words: Words): string {
  const { desk, runs, hours, from, seed, rate, replayed, target } = report
  const unreachable = report.staffing.some(({ needed }) => needed === null)
  return [
    words.title(desk),
    words.run(runs, short(hours), from, seed),
    replayed ? words.replayed : words.rate(short(rate)),
    '',
    grid(figures(report, words)),
    words.interval,
    ...(report.policies ? ['', words.policies, grid(policies(report, words))] : []),
    '',
    words.load,
    grid(load(report, words)),
    '',
    words.staffing,
    words.staffingNote(`${whole(target.share * 100)}%`, target.seconds),
    words.cellNote,
    grid(staffing(report, words)),
    ...(unreachable ? [words.unreachable] : []),
  ].join('\n')
}

/** Chinese characters are two columns wide. */
const widthOf = (text: string): number => text.replace(/[⺀-￦]/g, 'xx').length

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

function grid({ head, rows }: Table): string {
  const lines = [head, ...rows]
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  )
  return lines
    .map((line) =>
      line
        .map((text, column) => pad(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
