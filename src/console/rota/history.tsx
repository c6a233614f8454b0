import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { useHistory } from './queries.ts'

/** Who changed what in an entry, when and why. */
export function History({ id }: { id: string }) {
  const { data = [] } = useHistory(id)
  const staff = useStaff()
  const name = (who: string | null): string =>
    staff.data?.find((one) => one.id === who)?.name ?? who ?? ''
  return (
    <>
      <h2>{words.history}</h2>
      {data.length === 0 && <p className="soft">{words.noHistory}</p>}
      <ul>
        {data.map(({ at, by, from, status, fields, reason }) => (
          <li key={at}>
            {dateTime(at)} {name(by)}{' '}
            {from ? `${words.statuses[from]} → ${words.statuses[status ?? '']}` : fields.join(' ')}{' '}
            {reason}
          </li>
        ))}
      </ul>
    </>
  )
}
