import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError, api, good } from '../api.ts'
import { type Detail, type Me, useStaff } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { paragraphOf, useSnippets } from './snippets.tsx'

type Referral =
  | 'defender'
  | 'legal_aid'
  | 'hotline'
  | 'victim'
  | 'supervision'
  | 'after_sentence'
  | 'custody'

/** The step of the flow `redirects` each tells. */
const steps: Record<Referral, string> = {
  defender: 'has-defender',
  legal_aid: 'cannot-afford',
  hotline: 'not-criminal',
  victim: 'victim',
  supervision: 'supervision',
  after_sentence: 'after-sentence',
  custody: 'in-custody',
}

/** What is done besides writing: hand the client over, or tell them where to go. */
export function More({ detail, me }: { detail: Detail; me: Me }) {
  const [open, setOpen] = useState<'hand' | 'refer' | null>(null)
  const close = () => setOpen(null)
  const canHand = detail.state === 'active' && detail.channel !== 'phone'
  return (
    <div className="tools">
      {canHand && <Button onClick={() => setOpen('hand')}>{words.hand}</Button>}
      <Button onClick={() => setOpen('refer')}>{words.refer}</Button>
      {open === 'hand' && <Hand detail={detail} me={me} onClose={close} />}
      {open === 'refer' && <Refer detail={detail} onClose={close} />}
    </div>
  )
}

function useSaid(done: string, after: () => void) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return {
    onSuccess: () => {
      void message.success(done)
      after()
    },
    onError: (error: Error) =>
      void message.error(error instanceof ApiError ? error.message : base.failed),
    onSettled: () => client.invalidateQueries(),
  }
}

function Hand({ detail, me, onClose }: { detail: Detail; me: Me; onClose: () => void }) {
  const staff = useStaff()
  const [, navigate] = useLocation()
  const [to, setTo] = useState<{ id: string; name: string } | null>(null)
  const hand = useMutation({
    mutationFn: (lawyer: string) =>
      good(api.conversations[':id'].hand.$post({ param: { id: detail.id }, json: { lawyer } })),
    ...useSaid(words.handed, () => navigate('/')),
  })
  const colleagues = (staff.data ?? []).filter(
    ({ id, role, onDuty, presence }) =>
      id !== me.id && role === 'lawyer' && presence === 'on' && onDuty.includes('online'),
  )
  return (
    <Sheet title={words.hand} onClose={onClose}>
      {staff.isPending && <Skeleton active />}
      {staff.data && <p>{colleagues.length > 0 ? words.handTo : words.noColleague}</p>}
      {colleagues.map((one) => (
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

function Refer({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const [to, setTo] = useState<Referral | null>(null)
  const { data = [] } = useSnippets(detail.language)
  const step = to && data.find(({ id }) => id === `redirects/${steps[to]}`)
  const refer = useMutation({
    mutationFn: (where: Referral) =>
      good(api.conversations[':id'].refer.$post({ param: { id: detail.id }, json: { to: where } })),
    ...useSaid(words.referred, onClose),
  })
  return (
    <Sheet title={words.refer} onClose={onClose}>
      {(Object.keys(steps) as Referral[]).map((one) => (
        <div key={one}>
          <button
            type="button"
            className="big-key"
            aria-expanded={to === one}
            onClick={() => setTo(to === one ? null : one)}
          >
            {words.referrals[one]}
          </button>
          {to === one && step && (
            <article>
              <p className="soft">{words.referSure}</p>
              <p>{paragraphOf(step)}</p>
              <div className="tools">
                <Button type="primary" loading={refer.isPending} onClick={() => refer.mutate(one)}>
                  {base.send}
                </Button>
                <Button onClick={() => setTo(null)}>{words.cancel}</Button>
              </div>
            </article>
          )}
        </div>
      ))}
    </Sheet>
  )
}
