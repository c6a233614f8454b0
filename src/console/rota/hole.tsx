import { Button } from 'antd'
import { rotaWords } from '../words/rota.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useTarget } from './drag.ts'
import type { DutyAsk } from './queries.ts'
import type { Hole as Where } from './span.ts'
import { asksFor, hoursOf } from './span.ts'
import { type Proposal, useNames, useTakingBack } from './use-asking.ts'

interface Given {
  hole: Where
  asks: DutyAsk[]
  small: boolean
  /** Which station it is has to be said. */
  placed: boolean
  onOpen: () => void
  onPropose: (proposal: Proposal) => void
}

/** A gap in red: a name dropped on it is asked; so is whoever is chosen after a tap. Below it, who was asked. */
export function Hole({ hole, asks, small, placed, onOpen, onPropose }: Given) {
  const { station, stationName, methods, from, to } = hole
  const target = useTarget(
    ({ item }) => item === undefined || item.station === station,
    ({ lawyer, item }) =>
      onPropose({
        lawyer,
        station,
        methods: item?.methods ?? methods,
        from,
        to,
        ...(item ? { tier: item.tier, instead: { lawyer, from: item.from, to: item.to } } : {}),
      }),
  )
  const time = hoursOf(hole)
  const by = methods.map((method) => rotaWords.methods[method]).join(' ')
  const full = `${rotaWords.gap} ${time} ${by} ${stationName}`
  return (
    <>
      <button type="button" className="hole" title={full} onClick={onOpen} {...target}>
        {small ? (
          <>
            <span aria-hidden="true">{words.hole}</span>
            <span className="unseen">{full}</span>
          </>
        ) : (
          <>
            <b>{rotaWords.gap}</b> {time}
            <small>
              {by} {placed && stationName}
            </small>
          </>
        )}
      </button>
      {!small && <Answers asks={asksFor(asks, hole)} />}
    </>
  )
}

function Answers({ asks }: { asks: DutyAsk[] }) {
  const name = useNames()
  const back = useTakingBack()
  return (
    <>
      {asks.map(({ id, lawyer, state }) => (
        <p key={id} className={`ask ${state}`}>
          {state === 'asked'
            ? words.asked(name(lawyer))
            : state === 'accepted'
              ? words.agreed(name(lawyer))
              : words.declined(name(lawyer))}
          {state === 'asked' && (
            <Button size="small" type="link" onClick={() => back.mutate(id)}>
              {words.takeBack}
            </Button>
          )}
        </p>
      ))}
    </>
  )
}
