import { Tag } from 'antd'
import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { noticeWords as words } from '../words/notices.ts'
import { useFiling, usePapers } from './queries.ts'
import { type Handed, SentForm } from './sent-form.tsx'

const waiting = new Set(['open', 'written'])

/** Papers of a lawyer's own; what is still to be handed over comes with the form that says it was. */
export function Papers({ conversation }: { conversation?: string }) {
  const { data } = usePapers(conversation)
  const sent = useFiling(({ id, kind, handed }: { id: string; kind: string; handed: Handed }) =>
    kind === 'plea'
      ? good(api['plea-notices'][':id'].sent.$post({ param: { id }, json: handed }))
      : good(api.papers[':id'].sent.$post({ param: { id }, json: handed })),
  )
  const shown = conversation ? data : data?.filter(({ state }) => waiting.has(state))
  return (
    <section>
      <h2>{words.papers}</h2>
      {shown?.length === 0 && <p className="soft">{words.noPapers}</p>}
      {shown?.map((paper) => (
        <article key={paper.id} id={paper.id}>
          <p>
            <b>{words.kinds[paper.kind]}</b>{' '}
            <Tag color={waiting.has(paper.state) ? 'orange' : 'default'}>
              {words.states[paper.state] ?? paper.state}
            </Tag>{' '}
            <span className="soft">
              {dateTime(paper.at)}
              {waiting.has(paper.state) && paper.dueAt
                ? ` · ${words.due(dateTime(paper.dueAt))}`
                : ''}
            </span>
          </p>
          {waiting.has(paper.state) && (
            <SentForm
              pending={sent.isPending}
              send={(handed) => sent.mutate({ id: paper.id, kind: paper.kind, handed })}
            />
          )}
        </article>
      ))}
    </section>
  )
}
