import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useFiling } from '../notices/queries.ts'
import { dateTime } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { words as common } from '../words/index.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { Month, spanOf, Take, useMonth } from './month.tsx'
import { type Line, useAllowances, useLines } from './queries.ts'

/** A lawyer's own lines and statement; a wrong line is put right by a new one, with a reason. */
export function OwnLedger() {
  const [month, setMonth] = useMonth()
  const span = spanOf(month)
  const lines = useLines(span)
  const due = useAllowances(month)
  const [editing, setEditing] = useState<string>()
  return (
    <>
      <h1>{words.ledger}</h1>
      <Month month={month} change={setMonth} />
      {lines.isPending && <Skeleton active />}
      <Refused error={lines.error} />
      {lines.data?.length === 0 && <p className="soft">{words.none}</p>}
      {lines.data && lines.data.length > 0 && (
        <p>
          {words.lines(lines.data.length)} <Take path="/api/ledger" query={span} />
        </p>
      )}
      {due.data && due.data.total > 0 && (
        <p>
          {words.statement}：{words.total((due.data.total / 100).toFixed(2))}{' '}
          <Take path="/api/allowances" query={span} />
        </p>
      )}
      <ul className="register">
        {lines.data?.map((line) => (
          <li key={line.id}>
            <span className="grow">
              <b>{line.charge || '—'}</b>{' '}
              <span className="soft">
                {dateTime(line.takenAt)} · {common.outcomes[line.outcome] ?? line.outcome}
              </span>
            </span>
            {line.corrects && <Tag>{words.corrected}</Tag>}
            {line.question && (
              <Button
                onClick={() => setEditing(editing === line.id ? undefined : line.id)}
                aria-expanded={editing === line.id}
              >
                {words.correct}
              </Button>
            )}
            {editing === line.id && <Correct line={line} done={() => setEditing(undefined)} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Correct({ line, done }: { line: Line; done: () => void }) {
  const [fields, setFields] = useState({
    charge: line.charge,
    question: line.question,
    answer: line.answer,
  })
  const [reason, setReason] = useState('')
  const correct = useFiling(
    () =>
      good(
        api.ledger[':id'].corrections.$post({
          param: { id: line.id },
          json: { ...fields, reason },
        }),
      ),
    done,
  )
  return (
    <div className="whole">
      {(['charge', 'question', 'answer'] as const).map((name) => (
        <Field name={words[name]} key={name}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 8 }}
              value={fields[name]}
              onChange={({ target }) => setFields((now) => ({ ...now, [name]: target.value }))}
            />
          )}
        </Field>
      ))}
      <Field name={words.reason}>
        {(id) => (
          <Input id={id} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <Button
        type="primary"
        disabled={!reason.trim()}
        loading={correct.isPending}
        onClick={() => correct.mutate(undefined)}
      >
        {words.correct}
      </Button>
    </div>
  )
}
