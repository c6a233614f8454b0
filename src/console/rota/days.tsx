import { day } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { DutyLine, VacantLine } from './duty-line.tsx'
import { Hole } from './hole.tsx'
import type { PictureParts } from './parts.ts'
import { holesOn, standsOn } from './span.ts'
import { useNames } from './use-asking.ts'

/** On a phone: a block a day, gaps first. A tap on a gap or a duty does what dragging does on a desk. */
export function Days({ days, rota, gaps, asks, onDuty, onHole, onPropose }: PictureParts) {
  const name = useNames()
  const station = (id: string): string => rota.stations.find((one) => one.id === id)?.name ?? id
  return (
    <div className="week">
      {days.slice(0, -1).map((start, n) => (
        <section key={start} aria-label={day(start)}>
          <h2>{day(start)}</h2>
          <ul>
            {holesOn(gaps, days, n).map((hole) => (
              <li key={`${hole.station}${hole.from}`}>
                <Hole
                  hole={hole}
                  asks={asks}
                  small={false}
                  placed={rota.stations.length > 1}
                  onOpen={() => onHole(hole)}
                  onPropose={onPropose}
                />
              </li>
            ))}
            {rota.items
              .filter((item) => standsOn(item, days, n))
              .map((item) => (
                <li key={`${item.shift}${item.from}`}>
                  <button type="button" onClick={() => onDuty(item)}>
                    <DutyLine item={item} name={name} />
                    <small>{station(item.station)}</small>
                  </button>
                </li>
              ))}
            {rota.vacant
              .filter((item) => standsOn(item, days, n))
              .map((item) => (
                <li key={`${item.shift}${item.from}`}>
                  <VacantLine item={item} name={name} />
                </li>
              ))}
            {!rota.items.some((item) => standsOn(item, days, n)) && (
              <li className="soft">{words.nobody}</li>
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}
