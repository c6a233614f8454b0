import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useFiling } from '../notices/queries.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { noticeWords } from '../words/notices.ts'

type Asked = Parameters<(typeof api.quality.reviews)['$post']>[0]['json']

/** Each head from nothing to what it can be; nothing is scored beforehand. */
export function ScoreCard({ line, heads }: { line: string; heads: Record<string, number> }) {
  const [scores, setScores] = useState<Record<string, number>>({})
  const [veto, setVeto] = useState<string>('')
  const [note, setNote] = useState('')
  const names = Object.keys(heads)
  const save = useFiling(() =>
    good(
      api.quality.reviews.$post({
        json: {
          line,
          scores: scores as Asked['scores'],
          veto: (veto || null) as NonNullable<Asked['veto']> | null,
          note,
        },
      }),
    ),
  )
  return (
    <>
      <div className="pair">
        {names.map((head) => (
          <Field name={`${words.heads[head] ?? head}（0–${heads[head]}）`} key={head}>
            {(id) => (
              <InputNumber
                id={id}
                min={0}
                max={heads[head] ?? 0}
                value={scores[head] ?? null}
                style={{ width: '100%' }}
                onChange={(to) =>
                  setScores((now) => ({ ...now, ...(to === null ? {} : { [head]: to }) }))
                }
              />
            )}
          </Field>
        ))}
        <Field name={words.veto}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={veto}
              onChange={setVeto}
              options={[
                { value: '', label: words.noVeto },
                ...Object.entries(words.vetoes).map(([value, label]) => ({ value, label })),
              ]}
            />
          )}
        </Field>
        <Field name={noticeWords.note}>
          {(id) => <Input id={id} value={note} onChange={({ target }) => setNote(target.value)} />}
        </Field>
      </div>
      <Button
        type="primary"
        disabled={names.some((head) => scores[head] === undefined)}
        loading={save.isPending}
        onClick={() => save.mutate(undefined)}
      >
        {words.save}
      </Button>
    </>
  )
}
