import { Alert, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Propose } from '../appointments/propose.tsx'
import { AssistPanel } from '../assist/panel.tsx'
import { useConversation } from '../queries.ts'
import { Talk } from '../talk.tsx'
import { words } from '../words/index.ts'
import { addToDraft, Composer } from './composer.tsx'
import { RecordForm } from './record.tsx'

export function LawyerConversation({ id }: { id: string }) {
  const one = useConversation(id)
  const [round, setRound] = useState(0)
  /** Added to what is being written; the reply box takes it up from there. */
  const compose = (text: string): void => {
    addToDraft(id, text)
    setRound((n) => n + 1)
  }
  if (one.isPending) return <Skeleton active />
  if (!one.data) return <Alert type="error" title={one.error?.message ?? words.failed} />
  const detail = one.data
  const phone = detail.channel === 'phone'
  const active = detail.state === 'active'
  return (
    <>
      <p>
        <Link href="/">{words.back}</Link>
      </p>
      <h1 style={{ fontSize: 22 }}>
        {detail.client} <Tag>{words.channels[detail.channel]}</Tag>
        <Tag color={active ? 'green' : 'default'}>{words.states[detail.state]}</Tag>
        {detail.wantsAppointment && <Tag>{words.wantsAppointment}</Tag>}
      </h1>
      <div className="desk">
        <section>
          {phone && <p>{active ? words.onCall : words.callOver}</p>}
          <Talk events={detail.events} />
          {active && !phone && (
            <>
              <Composer key={round} id={id} />
              <AssistPanel detail={detail} onText={compose} />
            </>
          )}
          {active && !phone && <Propose id={id} />}
        </section>
        <RecordForm key={detail.id} detail={detail} />
      </div>
    </>
  )
}
