import { Alert } from 'antd'
import { rotaWords as words } from '../words/rota.ts'
import { AddShift } from './add-shift.tsx'
import { Asked } from './asked.tsx'
import { Publication } from './publication.tsx'
import { useFairness, useGaps } from './queries.ts'
import { Week } from './week.tsx'

/** The coordinator's week: gaps first, then who serves, and who carries how much beside it. */
export function RotaScreen() {
  const gaps = useGaps()
  const count = gaps.data?.length ?? 0
  return (
    <>
      <h1 style={{ fontSize: 22 }}>{words.rota}</h1>
      {gaps.data && (
        <Alert
          type={count > 0 ? 'error' : 'success'}
          showIcon
          title={count > 0 ? words.gaps(count) : words.noGaps}
          style={{ marginBottom: 12 }}
        />
      )}
      <Asked />
      <Week />
      <div className="desk">
        <Fairness />
        <div>
          <Publication />
          <AddShift />
        </div>
      </div>
    </>
  )
}

function Fairness() {
  const { data } = useFairness()
  const hours = (value: number): string => value.toFixed(0)
  return (
    <section>
      <h2>{words.fairness}</h2>
      <table className="loads">
        <thead>
          <tr>
            {[words.name, words.hours, words.nights, words.restDays].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data
            ?.toSorted((a, b) => b.hours - a.hours)
            .map((load) => (
              <tr key={load.lawyer}>
                <td>{load.lawyerName}</td>
                <td>{hours(load.hours)}</td>
                <td>{load.nights}</td>
                <td>{load.restDays}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
