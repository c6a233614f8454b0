import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Space } from 'antd'
import { api, good } from '../api.ts'
import { assistWords as words } from '../words/assist.ts'
import { words as common } from '../words/index.ts'
import { useAssist } from './queries.ts'

/** A draft of the record, shown apart; it becomes the record only when the lawyer takes it over (R7.4). */

export interface DraftFields {
  charge: string
  question: string
  answer: string
}

export function DraftRecord({
  id,
  written,
  onUse,
}: {
  id: string
  /** There is something that would be replaced. */
  written: boolean
  onUse: (fields: DraftFields) => void
}) {
  const assist = useAssist()
  const draft = useMutation({
    mutationFn: () => good(api.conversations[':id'].draft.$post({ param: { id } })),
  })
  if (!assist.data?.purposes.includes('draft-record')) return null
  const found = draft.data
  const take = (): void => {
    if (!found) return
    const { charge, question, answer, request } = found
    onUse({ charge, question, answer })
    draft.reset()
    void good(api.assist.requests[':id'].used.$post({ param: { id: request } }))
  }
  return (
    <div className="assist" aria-live="polite">
      {!found && (
        <Button loading={draft.isPending} onClick={() => draft.mutate()}>
          {words.draft}
        </Button>
      )}
      {draft.isPending && <p className="soft">{words.drafting}</p>}
      {draft.isError && <Alert type="info" showIcon title={words.draftNone} />}
      {found && (
        <section className="generated" data-ai-generated="true">
          <h3>{words.draftTitle}</h3>
          {(['charge', 'question', 'answer'] as const).map((field) => (
            <p key={field}>
              <b>{common[field]}</b> {found[field]}
            </p>
          ))}
          <p className="soft">{found.label}</p>
          <Space wrap>
            <Button type="primary" onClick={take}>
              {words.use}
            </Button>
            <Button onClick={() => draft.reset()}>{words.discard}</Button>
          </Space>
          {written && <p className="soft">{words.overwrites}</p>}
        </section>
      )}
    </div>
  )
}
