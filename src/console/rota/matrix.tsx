import { day, toInput } from '../time.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { Cell } from './cell.tsx'
import { useSource } from './drag.ts'
import { Hole } from './hole.tsx'
import type { PictureParts } from './parts.ts'
import type { Load, Vacant, Window } from './queries.ts'
import { holesOn } from './span.ts'

interface Given extends PictureParts {
  rows: 'lawyer' | 'station'
  small: boolean
}

/** A column a day. By lawyer: gaps on top, one row each, what they carry at its end. By station: gaps in the cells. */
export function Matrix(given: Given) {
  const { days, rows, small, rota, gaps, lawyers, loads } = given
  const columns = days.slice(0, -1)
  const byLawyer = rows === 'lawyer'
  const serving = new Set([...rota.items, ...rota.vacant].map(({ lawyer }) => lawyer))
  const people = lawyers.filter(({ id, status }) => status === 'active' || serving.has(id))
  return (
    <div className={small ? 'picture month' : 'picture'}>
      {!byLawyer && (
        <p className="names">
          {people
            .filter(({ status }) => status === 'active')
            .map(({ id, name }) => (
              <Name key={id} id={id} name={name} />
            ))}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            {columns.map((start) => (
              <Day key={start} start={start} small={small} />
            ))}
            {byLawyer && <LoadHeads />}
          </tr>
        </thead>
        <tbody>
          {byLawyer && (
            <tr>
              <th scope="row">{words.gaps}</th>
              {columns.map((start, n) => (
                <td key={start}>
                  {holesOn(gaps, days, n).map((hole) => (
                    <Hole
                      key={`${hole.station}${hole.from}`}
                      hole={hole}
                      asks={given.asks}
                      small={small}
                      placed={rota.stations.length > 1}
                      onOpen={() => given.onHole(hole)}
                      onPropose={given.onPropose}
                    />
                  ))}
                </td>
              ))}
              <td colSpan={3} />
            </tr>
          )}
          {byLawyer
            ? people.map(({ id, name, status }) => (
                <tr key={id}>
                  <th scope="row">{status === 'active' ? <Name id={id} name={name} /> : name}</th>
                  <Row {...given} mine={({ lawyer }) => lawyer === id} lawyer={id} />
                  <Loads load={loads.find(({ lawyer }) => lawyer === id)} />
                </tr>
              ))
            : rota.stations.map(({ id, name }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <Row {...given} mine={({ station }) => station === id} station={id} />
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowGiven extends Given {
  mine: (item: Window | Vacant) => boolean
  lawyer?: string
  station?: string
}

const Row = ({ mine, rota, ...given }: RowGiven) =>
  given.days
    .slice(0, -1)
    .map((start, n) => (
      <Cell
        key={start}
        {...given}
        n={n}
        rota={{ ...rota, items: rota.items.filter(mine), vacant: rota.vacant.filter(mine) }}
      />
    ))

function Day({ start, small }: { start: string; small: boolean }) {
  const today = toInput(start).slice(0, 10) === toInput(new Date().toISOString()).slice(0, 10)
  const [date = '', weekday = ''] = [toInput(start).slice(8, 10), day(start)]
  return (
    <th scope="col" aria-current={today ? 'date' : undefined} title={weekday}>
      {small ? (
        <>
          <span aria-hidden="true">{Number(date)}</span>
          <span className="unseen">{weekday}</span>
        </>
      ) : (
        weekday
      )}
    </th>
  )
}

function Name({ id, name }: { id: string; name: string }) {
  const source = useSource({ lawyer: id })
  return (
    <span className="name" title={words.drag(name)} {...source}>
      {name}
    </span>
  )
}

const LoadHeads = () => (
  <>
    {[
      [words.hours, words.hoursFull],
      [words.nights, words.nightsFull],
      [words.restDays, words.restDaysFull],
    ].map(([short, full]) => (
      <th key={full} scope="col" className="load" title={full}>
        <span aria-hidden="true">{short}</span>
        <span className="unseen">{full}</span>
      </th>
    ))}
  </>
)

const Loads = ({ load }: { load: Load | undefined }) => (
  <>
    <td className="load">{load?.hours.toFixed(0)}</td>
    <td className="load">{load?.nights}</td>
    <td className="load">{load?.restDays}</td>
  </>
)
