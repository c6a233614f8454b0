import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { deskWords as words } from '../words/desk.ts'

/** The figures as tables: what a chart draws, for everybody. */

interface Counted {
  came: number
  asked: number
  answered: number
  within20: number
  within60: number
  abandoned: number
  p50: number | null
  p95: number | null
}

const wait = (seconds: number | null): string => (seconds === null ? '–' : words.seconds(seconds))

export function Grid({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: string[]
  rows: ReactNode[][]
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by keyboard.
    <section className="scroll" tabIndex={0} aria-label={caption}>
      <table className="grid">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in their own order.
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: so do cells.
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Counts({
  caption,
  rows,
}: {
  caption: string
  rows: (Counted & { key: string; name: string; to: string | null })[]
}) {
  return (
    <Grid
      caption={caption}
      heads={[
        caption,
        words.came,
        words.asked,
        words.answered,
        words.within20,
        words.within60,
        words.abandoned,
        words.p50,
        words.p95,
      ]}
      rows={rows.map((one) => [
        one.to === null ? (
          one.name
        ) : (
          <Link key={one.key} href={one.to}>
            {one.name}
          </Link>
        ),
        String(one.came),
        String(one.asked),
        String(one.answered),
        String(one.within20),
        String(one.within60),
        String(one.abandoned),
        wait(one.p50),
        wait(one.p95),
      ])}
    />
  )
}

export function Totals({ total, cases }: { total: Counted; cases: (more: string) => string }) {
  const facts: [string, string, string | null][] = [
    [words.came, String(total.came), ''],
    [words.answered, String(total.answered), null],
    [words.within20, String(total.within20), null],
    [words.within60, String(total.within60), null],
    [words.abandoned, String(total.abandoned), '&missed=true'],
    [words.p50, wait(total.p50), null],
    [words.p95, wait(total.p95), '&waitedOver=60'],
  ]
  return (
    <dl className="numbers">
      {facts.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{more === null ? value : <Link href={cases(more)}>{value}</Link>}</dd>
        </div>
      ))}
    </dl>
  )
}
