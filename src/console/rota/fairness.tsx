import { rotaWords as words } from '../words/rota.ts'
import { pictureWords } from '../words/rota-picture.ts'
import type { Load } from './queries.ts'

/** What each lawyer carries in the time of the picture, the most first. */
export function Fairness({ loads }: { loads: Load[] }) {
  return (
    <section>
      <h2>{pictureWords.loads}</h2>
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
          {loads
            .toSorted((a, b) => b.hours - a.hours)
            .map((load) => (
              <tr key={load.lawyer}>
                <td>{load.lawyerName}</td>
                <td>{load.hours.toFixed(0)}</td>
                <td>{load.nights}</td>
                <td>{load.restDays}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
