import { Button, Skeleton } from 'antd'
import { useLocation } from 'wouter'
import { api, good } from '../api.ts'
import type { Detail, Me } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { colleagueWords as words } from '../words/colleague.ts'
import { words as base } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'
import { useColleagues, useDone } from './colleagues.ts'

const one = api.conversations[':id'].colleague

/** Who is in this conversation besides its lawyer, or was asked to be. */
export function Beside({ detail, me }: { detail: Detail; me: Me }) {
  const [, navigate] = useLocation()
  const mine = detail.lawyer === me.id
  const part = useDone(
    () => good(one.$delete({ param: { id: detail.id } })),
    words.done,
    () => !mine && navigate('/'),
  )
  const { colleague } = detail
  if (!colleague) return null
  const lapsed = colleague.joinedAt === null && Date.parse(colleague.askedAt) + ASKED < Date.now()
  if (lapsed) return null
  const said = mine
    ? (colleague.joinedAt ? words.with : words.waitsFor)(colleague.name)
    : words.helping(detail.lawyerName ?? '')
  const what = mine ? (colleague.joinedAt ? words.letGo : words.takeBack) : words.leave
  return (
    <div className="told-now beside">
      <span>{said}</span>
      <Button loading={part.isPending} onClick={() => part.mutate(undefined)}>
        {what}
      </Button>
    </div>
  )
}

/** As long as the desk keeps an asking open. */
const ASKED = 600_000

export function AskColleague({
  detail,
  me,
  onClose,
}: {
  detail: Detail
  me: Me
  onClose: () => void
}) {
  const { pending, others } = useColleagues(me)
  const ask = useDone(
    (lawyer: string) => good(one.$post({ param: { id: detail.id }, json: { lawyer } })),
    words.asked,
    onClose,
  )
  return (
    <Sheet title={words.ask} onClose={onClose}>
      {pending && <Skeleton active />}
      {!pending && <p>{others.length > 0 ? words.askWhom : lawyerWords.noColleague}</p>}
      {others.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="big-key"
          disabled={ask.isPending}
          onClick={() => ask.mutate(id)}
        >
          {name}
        </button>
      ))}
    </Sheet>
  )
}

/** The record as its lawyer has it: a colleague reads it, and does not change it. */
export function RecordRead({ detail }: { detail: Detail }) {
  const { charge = '', question = '', answer = '' } = detail.record ?? {}
  const lines = [
    [base.charge, charge],
    [base.question, question],
    [base.answer, answer],
  ]
  return (
    <section>
      <h2>{base.record}</h2>
      <dl className="read">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
