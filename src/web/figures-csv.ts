import type { Channel, Desk } from '../desk/desk.ts'
import type { Figures } from '../store/read/figures.ts'
import type { Counted } from '../store/read/tally.ts'
import { csv } from './csv.ts'
import { figureWords } from './locale/figures.ts'
import { staffWords } from './locale/staff.ts'

/** All tables of the figures in one sheet, one after another. */
export function figuresCsv(figures: Figures, desk: Desk): string {
  const words = figureWords[desk.language]
  const { channels } = staffWords[desk.language]
  const row = (name: string, one: Counted): string[] => [
    name,
    ...[
      one.came,
      one.asked,
      one.answered,
      one.within20,
      one.within60,
      one.abandoned,
      one.p50 ?? '',
      one.p95 ?? '',
    ].map(String),
  ]
  const named = (list: { id: string; name: string }[], id: string | null): string =>
    list.find((one) => one.id === id)?.name ?? id ?? words.none
  return csv([
    [words.total, ...words.counted],
    row(words.total, figures.total),
    [],
    [words.byChannel, ...words.counted],
    ...figures.byChannel.map((one) => row(channels[one.channel as Channel] ?? one.channel, one)),
    [],
    [words.byStation, ...words.counted],
    ...figures.byStation.map((one) => row(named(desk.stations, one.station), one)),
    [],
    [words.byLawyer, ...words.counted],
    ...figures.byLawyer.map((one) => row(named(desk.lawyers, one.lawyer), one)),
    [],
    [words.byHour, ...words.hourly],
    ...figures.byHour.map((one) => [one.hour, one.calls, one.written, one.messages].map(String)),
    [],
    [words.byDay, ...words.daily],
    ...figures.byDay.map((one) => [one.day, ...[one.calls, one.written, one.missed].map(String)]),
  ])
}
