import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api, good } from '../api.ts'
import type { Detail, Me } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { colleagueWords } from '../words/colleague.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { AskColleague } from './colleague.tsx'
import { useColleagues, useDone } from './colleagues.ts'
import { Refer } from './refer.tsx'

/** What is done besides writing: ask a colleague in, hand the client over, or tell them where to go. */
export function More({ detail, me }: { detail: Detail; me: Me }) {
  const [open, setOpen] = useState<'ask' | 'hand' | 'refer' | null>(null)
  const close = () => setOpen(null)
  const canHand = detail.state === 'active' && detail.channel !== 'phone'
  return (
    <div className="tools">
      {canHand && !detail.colleague?.joinedAt && (
        <Button onClick={() => setOpen('ask')}>{colleagueWords.ask}</Button>
      )}
      {canHand && <Button onClick={() => setOpen('hand')}>{words.hand}</Button>}
      <Button onClick={() => setOpen('refer')}>{words.refer}</Button>
      {open === 'ask' && <AskColleague detail={detail} me={me} onClose={close} />}
      {open === 'hand' && <Hand detail={detail} me={me} onClose={close} />}
      {open === 'refer' && <Refer detail={detail} onClose={close} />}
    </div>
  )
}

export function Hand({ detail, me, onClose }: { detail: Detail; me: Me; onClose: () => void }) {
  const { pending, others } = useColleagues(me)
  const [, navigate] = useLocation()
  const [to, setTo] = useState<{ id: string; name: string } | null>(null)
  const hand = useDone(
    (lawyer: string) =>
      good(api.conversations[':id'].hand.$post({ param: { id: detail.id }, json: { lawyer } })),
    words.handed,
    () => navigate('/'),
  )
  return (
    <Sheet title={words.hand} onClose={onClose}>
      {pending && <Skeleton active />}
      {!pending && <p>{others.length > 0 ? words.handTo : words.noColleague}</p>}
      {others.map((one) => (
        <button key={one.id} type="button" className="big-key" onClick={() => setTo(one)}>
          {one.name}
        </button>
      ))}
      {to && (
        <div className="warned">
          <p>{words.handSure(to.name)}</p>
          <div className="tools">
            <Button type="primary" loading={hand.isPending} onClick={() => hand.mutate(to.id)}>
              {words.yes}
            </Button>
            <Button onClick={() => setTo(null)}>{words.cancel}</Button>
          </div>
        </div>
      )}
    </Sheet>
  )
}
