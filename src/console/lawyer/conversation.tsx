import { Alert, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Propose } from '../appointments/propose.tsx'
import { AssistPanel } from '../assist/panel.tsx'
import { useConversation } from '../queries.ts'
import type { ScreenProps } from '../screens.tsx'
import { Talk } from '../talk.tsx'
import '../theme/lawyer.css'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'
import { Call } from './call.tsx'
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
  if (!one.data) return <Alert type="error" title={one.error?.message ?? words.failed} />
  const detail = one.data
  const phone = detail.channel === 'phone'
  const active = detail.state === 'active'
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
      <div className="desk">
        <section>
          {phone && <Call detail={detail} me={me} />}
          <Talk
            events={detail.events}
            deliveries={detail.deliveries}
            channel={detail.channel}
            unsent={unsent}
          />
          {active && !phone && (
            <>
              <Composer key={round} id={id} language={detail.language} />
              <AssistPanel detail={detail} onText={compose} />
            </>
          )}
          {(active || detail.state === 'ended') && <More detail={detail} me={me} />}
          {active && !phone && <Propose id={id} />}
        </section>
        <RecordForm key={detail.id} detail={detail} />
      </div>
    </>
  )
}
