import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { ApiError, api, good } from '../api.ts'
import { DraftRecord } from '../assist/draft.tsx'
import { Field } from '../field.tsx'
import { useKept } from '../keep.ts'
import { Papers } from '../notices/papers.tsx'
import type { Detail } from '../queries.ts'
import { Checklist, noChecks, unticked } from '../record/checklist.tsx'
import { FilePaper } from '../record/file-paper.tsx'
import { PeriodEnd } from '../record/period.tsx'
import { words } from '../words/index.ts'
import { recordWords } from '../words/record.ts'

/** Charge, question, answer (Art. 7): saved as they are typed. */

type Fields = NonNullable<Detail['record']>
const outcomes = ['answered', 'appointment', 'referred', 'interrupted'] as const
type Outcome = (typeof outcomes)[number]

export function RecordForm({ detail }: { detail: Detail }) {
  const { id } = detail
  const [outcome, setOutcome] = useState<Outcome>('answered')
  const client = useQueryClient()
  const { message } = App.useApp()
  const complain = (error: Error) =>
    void message.error(error instanceof ApiError ? error.message : words.failed)
  const { fields, change, flush, state } = useKept<Fields>(
    `zhiban-record-${id}`,
    detail.record ?? { charge: '', question: '', answer: '', stage: null },
    (next) => good(api.conversations[':id'].record.$put({ param: { id }, json: next })),
    complain,
  )

  const close = useMutation({
    mutationFn: async () => {
      if (!(await flush())) return
      await good(api.conversations[':id'].close.$post({ param: { id }, json: { outcome } }))
    },
    onError: complain,
    onSettled: () => client.invalidateQueries(),
  })
  const done = detail.state === 'closed'
  const checks = fields.checks ?? noChecks
  // Whoever has begun the checklist finishes it.
  const open = fields.checks ? unticked(checks) : []
  const written = [fields.charge, fields.question, fields.answer].every((f) => f.trim() !== '')
  const complete = written && open.length === 0
  return (
    <section id="record">
      <h2>{words.record}</h2>
      {!done && detail.channel !== 'phone' && (
        <DraftRecord
          id={id}
          written={[fields.charge, fields.question, fields.answer].some((f) => f.trim() !== '')}
          onUse={change}
        />
      )}
      <Field name={words.charge}>
        {(field) => (
          <Input
            id={field}
            value={fields.charge}
            placeholder={words.chargeHint}
            disabled={done}
            onChange={({ target }) => change({ charge: target.value })}
          />
        )}
      </Field>
      {(['question', 'answer'] as const).map((name) => (
        <Field key={name} name={words[name]}>
          {(field) => (
            <Input.TextArea
              id={field}
              value={fields[name]}
              disabled={done}
              autoSize={{ minRows: 3, maxRows: 12 }}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field name={words.stage}>
        {(field) => (
          <Select
            id={field}
            allowClear
            disabled={done}
            style={{ width: '100%' }}
            value={fields.stage}
            onChange={(stage) => change({ stage: stage ?? null })}
            options={Object.entries(words.stages).map(([value, label]) => ({
              value: value as NonNullable<Fields['stage']>,
              label,
            }))}
          />
        )}
      </Field>
      <Checklist checks={checks} done={done} change={(to) => change({ checks: to })} />
      <p className="soft" role="status">
        {state === '' ? '\u00a0' : words.kept[state]}
      </p>
      {done ? (
        <p>
          {words.outcome}：{words.outcomes[detail.outcome ?? ''] ?? detail.outcome}
        </p>
      ) : (
        <div className="compose">
          <Select
            aria-label={words.outcome}
            style={{ flex: 1 }}
            value={outcome}
            onChange={setOutcome}
            options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          />
          <Button
            type="primary"
            disabled={!complete}
            loading={close.isPending}
            onClick={() => close.mutate()}
          >
            {words.close}
          </Button>
        </div>
      )}
      {!written && !done && <p className="soft">{words.closeFirst}</p>}
      {written && !complete && !done && (
        <p className="soft">{recordWords.stillOpen(open.length)}</p>
      )}
      <Papers conversation={id} />
      <FilePaper conversation={id} />
      <PeriodEnd />
    </section>
  )
}
