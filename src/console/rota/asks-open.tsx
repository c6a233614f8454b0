import { Button } from 'antd'
import { dateTime } from '../time.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useDutyAsks } from './queries.ts'
import { useNames, useTakingBack } from './use-asking.ts'

/** Duties lawyers were asked to take and have not answered: to wait for, or to take back. */
export function AsksOpen() {
  const { data = [] } = useDutyAsks()
  const name = useNames()
  const back = useTakingBack()
  const open = data.filter(({ state }) => state === 'asked')
  if (open.length === 0) return null
  return (
    <>
      <h2>{words.asksOpen}</h2>
      {open.map(({ id, lawyer, from, to, instead }) => (
        <p key={id}>
          <b>{name(lawyer)}</b> {dateTime(from)} – {dateTime(to)}{' '}
          {instead && instead.lawyer !== lawyer && words.instead(name(instead.lawyer))}{' '}
          <Button size="small" autoInsertSpace={false} onClick={() => back.mutate(id)}>
            {words.takeBack}
            <span className="unseen"> {name(lawyer)}</span>
          </Button>
        </p>
      ))}
    </>
  )
}
