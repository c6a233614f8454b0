import { Button } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import type { Detail } from '../queries.ts'
import { Sheet } from '../sheet.tsx'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { useDone } from './colleagues.ts'
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

/** Tells the client where to go, in the reviewed words for it. */
export function Refer({ detail, onClose }: { detail: Detail; onClose: () => void }) {
  const [to, setTo] = useState<Referral | null>(null)
  const { data = [] } = useSnippets(detail.language)
  const step = to && data.find(({ id }) => id === `redirects/${steps[to]}`)
  const refer = useDone(
    (where: Referral) =>
      good(api.conversations[':id'].refer.$post({ param: { id: detail.id }, json: { to: where } })),
    words.referred,
    onClose,
  )
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
