import { useTarget } from './drag.ts'
import { DutyChip, EmptyPlace } from './duty-chip.tsx'
import { Hole } from './hole.tsx'
import type { PictureParts } from './parts.ts'
import { holesOn, movedTo, standsOn } from './span.ts'

interface Given extends PictureParts {
  n: number
  small: boolean
  /** Whose row it is; one of the two. */
  lawyer?: string
  station?: string
}

/** A day of one row. A duty dropped here would be this lawyer's, on this day, at its own hours. */
export function Cell({ n, small, lawyer, station, days, rota, gaps, asks, ...acts }: Given) {
  const target = useTarget(
    ({ lawyer: whose, item, day }) =>
      item !== undefined &&
      (station === undefined || item.station === station) &&
      (day !== n || (lawyer !== undefined && lawyer !== whose)),
    ({ lawyer: whose, item, day = n }) => {
      if (!item) return
      acts.onPropose({
        lawyer: lawyer ?? whose,
        station: item.station,
        methods: item.methods,
        tier: item.tier,
        ...movedTo(item, days, day, n),
        instead: { lawyer: whose, from: item.from, to: item.to },
      })
    },
  )
  const holes =
    station === undefined
      ? []
      : holesOn(
          gaps.filter((gap) => gap.station === station),
          days,
          n,
        )
  return (
    <td {...target}>
      {holes.map((hole) => (
        <Hole
          key={`${hole.station}${hole.from}`}
          hole={hole}
          asks={asks}
          small={small}
          placed={false}
          onOpen={() => acts.onHole(hole)}
          onPropose={acts.onPropose}
        />
      ))}
      {rota.items
        .filter((item) => standsOn(item, days, n))
        .map((item) => (
          <DutyChip
            key={`${item.shift}${item.from}`}
            item={item}
            day={n}
            since={days[n] ?? ''}
            asks={asks}
            named={lawyer === undefined}
            small={small}
            onOpen={() => acts.onDuty(item)}
            onPropose={acts.onPropose}
          />
        ))}
      {rota.vacant
        .filter((item) => standsOn(item, days, n))
        .map((item) => (
          <EmptyPlace
            key={`${item.shift}${item.from}`}
            item={item}
            since={days[n] ?? ''}
            named={lawyer === undefined}
            small={small}
          />
        ))}
    </td>
  )
}
