import { Button } from 'antd'
import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { rotaWords } from '../words/rota.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useChange, useDutyAsks } from './queries.ts'
import { useNames } from './use-asking.ts'

/** Duties the coordinator asks me to take: two buttons, and it is settled. */
export function DutyAnswers() {
  const { data = [] } = useDutyAsks()
  const name = useNames()
  const answer = useChange(({ id, accept }: { id: string; accept: boolean }) => {
    const one = api['duty-asks'][':id']
    return accept
      ? good(one.accept.$post({ param: { id } }))
      : good(one.decline.$post({ param: { id } }))
  })
  const open = data.filter(({ state }) => state === 'asked')
  return (
    <>
      {open.map(({ id, from, to, methods, instead }) => (
        <section key={id} className="swap">
          <b>{words.youAsked}</b>
          <p>
            {dateTime(from)} – {dateTime(to)}{' '}
            {methods.map((method) => rotaWords.methods[method]).join(' ')}
            {instead && ` · ${words.instead(name(instead.lawyer))}`}
          </p>
          <div className="weeks">
            <Button type="primary" onClick={() => answer.mutate({ id, accept: true })}>
              {words.take}
            </Button>
            <Button onClick={() => answer.mutate({ id, accept: false })}>{words.refuse}</Button>
          </div>
        </section>
      ))}
    </>
  )
}
