import { Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Propose } from '../appointments/propose.tsx'
import { AssistPanel } from '../assist/panel.tsx'
import { useConversation } from '../queries.ts'
import type { ScreenProps } from '../screens.tsx'
import { Talk } from '../talk.tsx'
import '../theme/lawyer.css'
import { Refused } from '../unloaded.tsx'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'
import { Call } from './call.tsx'
import { Beside, RecordRead } from './colleague.tsx'
import { addToDraft, Composer } from './composer.tsx'
import { ClientFacts } from './facts.tsx'
import { More } from './more.tsx'
import { RecordForm } from './record.tsx'
import { useUnsent } from './sending.ts'

/** One client: what was said, what is known, and the record, in one screen's height. */
export function LawyerConversation({ me, id }: ScreenProps) {
  const one = useConversation(id)
  const unsent = useUnsent().filter(({ conversation }) => conversation === id)
  const [round, setRound] = useState(0)
  /** Added to what is being written; the reply box takes it up from there. */
  const compose = (text: string): void => {
    addToDraft(id, text)
    setRound((n) => n + 1)
  }
  if (one.isPending) return <Skeleton active />
  if (!one.data) return <Refused error={one.error} />
  const detail = one.data
  const phone = detail.channel === 'phone'
  const active = detail.state === 'active'
  const mine = detail.lawyer === me.id
  const writes = mine || (detail.colleague?.joinedAt && detail.colleague.lawyer === me.id)
  return (
    <>
      <p className="no-print">
        <Link href="/">{words.back}</Link>
      </p>
      <h1>
        {detail.client} <Tag>{words.channels[detail.channel]}</Tag>
        <Tag color={active ? 'green' : 'default'}>{words.states[detail.state]}</Tag>
        {detail.urgent && <Tag color="red">{lawyerWords.urgent}</Tag>}
        {detail.wantsAppointment && <Tag>{words.wantsAppointment}</Tag>}
        {detail.flooded && <Tag color="orange">{words.flood}</Tag>}
      </h1>
      <ClientFacts detail={detail} />
      <Beside detail={detail} me={me} />
      <div className="desk">
        <section>
          {phone && mine && <Call detail={detail} me={me} />}
          <Talk
            events={detail.events}
            deliveries={detail.deliveries}
            channel={detail.channel}
            unsent={unsent}
            me={me.id}
          />
          {writes && active && !phone && (
            <>
              <Composer key={round} id={id} language={detail.language} />
              {mine && <AssistPanel detail={detail} onText={compose} />}
            </>
          )}
          {mine && (phone ? detail.state === 'ended' : active) && <More detail={detail} me={me} />}
          {mine && active && !phone && <Propose id={id} />}
        </section>
        {mine ? <RecordForm key={detail.id} detail={detail} /> : <RecordRead detail={detail} />}
      </div>
    </>
  )
}
