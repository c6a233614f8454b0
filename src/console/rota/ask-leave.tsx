import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { dateTime, fromInput } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { useChange, useLeave } from './queries.ts'
import { Times } from './times.tsx'

/** Asked here, decided by the coordinator; taken back until it is over. */
export function AskLeave() {
  const leave = useLeave()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const ask = useChange(
    () =>
      good(
        api.leave.$post({
          json: { from: fromInput(from), to: fromInput(to), ...(reason ? { reason } : {}) },
        }),
      ),
    () => setReason(''),
  )
  const back = useChange((id: string) => good(api.leave[':id'].$delete({ param: { id } })))
  const known = leave.data ?? []
  return (
    <section>
      <h2>{words.askLeave}</h2>
      <Times from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <Field name={words.reason}>
        {(id) => <Input id={id} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      <Button
        type="primary"
        disabled={!from || !to}
        loading={ask.isPending}
        onClick={() => ask.mutate(undefined)}
      >
        {words.ask}
      </Button>
      {known.length > 0 && <h3>{words.myLeave}</h3>}
      {known.map((one) => (
        <p key={one.id}>
          {dateTime(one.from)} – {dateTime(one.to)} · {words.leaveStates[one.state]}{' '}
          {(one.state === 'asked' || one.state === 'granted') && (
            <Button size="small" onClick={() => back.mutate(one.id)}>
              {words.withdraw}
            </Button>
          )}
        </p>
      ))}
    </section>
  )
}
