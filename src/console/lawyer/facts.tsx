import { Link } from 'wouter'
import type { Detail } from '../queries.ts'
import { dateTime } from '../time.ts'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'

/** What the client said on the way in, and who helped before; what was said then stays with whoever heard it. */
export function ClientFacts({ detail }: { detail: Detail }) {
  const { intake, earlier, stationName } = detail
  const known = [
    stationName,
    intake.role && lawyerWords.intake[intake.role],
    intake.measure && lawyerWords.intake[intake.measure],
    intake.stage && words.stages[intake.stage],
    intake.defender && lawyerWords.intake[intake.defender],
  ].filter((fact) => fact)
  return (
    <div>
      {known.length > 0 && (
        <p>
          <span className="unseen">{lawyerWords.facts}：</span>
          {known.join(' · ')}
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>
            {lawyerWords.earlier}（{earlier.length}）
          </summary>
          <ul className="plain">
            {earlier.map((one) => (
              <li key={one.id}>
                {dateTime(one.at)} {words.channels[one.channel]}{' '}
                {one.own ? (
                  <Link href={`/c/${one.id}`}>{words.you}</Link>
                ) : (
                  lawyerWords.byWhom(one.lawyerName ?? '')
                )}{' '}
                {one.stage && words.stages[one.stage]} {one.outcome && words.outcomes[one.outcome]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
