import { Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { clock, clockEnd } from '../time.ts'
import { appointmentWords as words } from '../words/appointments.ts'
import { ChooseTime } from './choose-time.tsx'
import { type Appointment, useAsk } from './queries.ts'

/** One appointment: when, who, how, and what can still be done about it. */
export function AppointmentLine({ one, withDate }: { one: Appointment; withDate?: string }) {
  const [moving, setMoving] = useState(false)
  const id = one.id
  const cancel = useAsk(
    () => good(api.appointments[':id'].$delete({ param: { id } })),
    words.cancelled,
  )
  const move = useAsk(
    (slot: string) => good(api.appointments[':id'].$patch({ param: { id }, json: { slot } })),
    words.moved,
    () => setMoving(false),
  )
  const open = one.state === 'booked'
  return (
    <div className={open || one.state === 'begun' ? 'appointment' : 'appointment over'}>
      <p>
        <b className="when">
          {withDate ? `${withDate} ` : ''}
          {clock(one.from)}–{clockEnd(one.to)}
        </b>{' '}
        {one.lawyerName}
      </p>
      <p>
        {one.client} · {words.methods[one.method]} · {words.states[one.state]}
      </p>
      {one.flags.length > 0 && (
        <p>
          <Tag>{words.difficult}</Tag>
          <small className="soft">{one.flags.map((flag) => words.flags[flag]).join('、')}</small>
        </p>
      )}
      <p className="acts">
        {one.conversation && <Link href={`/c/${one.conversation}`}>{words.open}</Link>}
        {open && (
          <>
            <Button type="link" size="small" onClick={() => setMoving(true)}>
              {words.move}
            </Button>
            <Popconfirm title={words.cancelSure} onConfirm={() => cancel.mutate(undefined)}>
              <Button type="link" size="small" danger>
                {words.cancel}
              </Button>
            </Popconfirm>
          </>
        )}
      </p>
      {moving && one.conversation && (
        <ChooseTime
          conversation={one.conversation}
          busy={move.isPending}
          onChoose={(slot) => move.mutate(slot)}
          onClose={() => setMoving(false)}
        />
      )}
    </div>
  )
}
