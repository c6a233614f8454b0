import { rotaWords } from '../words/rota.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useSource, useTarget } from './drag.ts'
import type { DutyAsk, Vacant, Window } from './queries.ts'
import { hoursOf, kindOf } from './span.ts'
import { type Proposal, useNames } from './use-asking.ts'

interface Given {
  item: Window
  day: number
  /** Midnight of the day it stands on. */
  since: string
  asks: DutyAsk[]
  /** The row says the lawyer, or the station. */
  named: boolean
  small: boolean
  onOpen: () => void
  onPropose: (proposal: Proposal) => void
}

/** One stretch of duty: taken elsewhere by dragging, given to a colleague by dropping their name on it. */
export function DutyChip({ item, day, since, asks, named, small, onOpen, onPropose }: Given) {
  const name = useNames()
  const { lawyer, station, methods, tier, from, to } = item
  const source = useSource({ lawyer, item, day })
  const target = useTarget(
    (held) => held.item === undefined && held.lawyer !== lawyer && item.mode !== 'appointment',
    (held) =>
      onPropose({
        lawyer: held.lawyer,
        station,
        methods,
        tier,
        from,
        to,
        instead: { lawyer, from, to },
      }),
  )
  const time = hoursOf(item, since)
  const by = methods.map((method) => rotaWords.methods[method]).join(' ')
  const notes = [
    tier === 'backup' ? rotaWords.tiers.backup : '',
    item.mode === 'appointment' ? rotaWords.modes.appointment : '',
    item.instead
      ? (item.how === 'swap' ? rotaWords.swapped : rotaWords.instead)(name(item.instead))
      : '',
  ].filter(Boolean)
  const pending = asks.find(
    ({ state, instead }) =>
      state === 'asked' &&
      instead?.lawyer === lawyer &&
      Date.parse(instead.from) === Date.parse(from),
  )
  const agreed = asks.some(
    (ask) =>
      ask.state === 'accepted' && ask.lawyer === lawyer && Date.parse(ask.to) === Date.parse(to),
  )
  const full = [item.lawyerName, time, by, ...notes].join(' ')
  const look = ['duty', tier, item.mode, agreed ? 'agreed' : '', pending ? 'pending' : '']
  return (
    <button
      type="button"
      className={look.join(' ')}
      title={full}
      onClick={onOpen}
      {...source}
      {...target}
    >
      {small ? (
        <>
          <span aria-hidden="true">
            {named ? item.lawyerName.slice(0, 1) : words.short[kindOf(item)]}
          </span>
          <span className="unseen">{full}</span>
        </>
      ) : (
        <>
          {named && <b>{item.lawyerName} </b>}
          <span className="when">{time}</span>
          <small>{[by, ...notes].join(' · ')}</small>
          {pending && <small className="due">{words.asked(name(pending.lawyer))}</small>}
        </>
      )}
    </button>
  )
}

interface EmptyGiven {
  item: Vacant
  since: string
  named: boolean
  small: boolean
}

/** A place nobody fills, and why. */
export function EmptyPlace({ item, since, named, small }: EmptyGiven) {
  const name = useNames()
  const who = item.lawyer ? name(item.lawyer) : rotaWords.nobody
  const rest = `${hoursOf(item, since)} ${rotaWords.why[item.why] ?? item.why}`
  const full = named || item.lawyer === null ? `${who} ${rest}` : rest
  return small ? (
    <span className="empty" title={full}>
      <span aria-hidden="true">×</span>
      <span className="unseen">{full}</span>
    </span>
  ) : (
    <p className="empty">{full}</p>
  )
}
