import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useAuthorities, useFiling } from '../notices/queries.ts'
import { type Handed, SentForm } from '../notices/sent-form.tsx'
import { dateTime } from '../time.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { noticeWords } from '../words/notices.ts'
import { spanOf, Take } from './month.tsx'
import { useBatches, useHandOver } from './queries.ts'

/** What is to be handed over by when, and the batches that were. */
export function HandOver({ month }: { month: string }) {
  const due = useHandOver()
  const batches = useBatches()
  const authorities = useAuthorities()
  const [authority, setAuthority] = useState<string>()
  const make = useFiling(() =>
    good(api.ledger.batches.$post({ json: { authority: authority ?? '', ...spanOf(month) } })),
  )
  const got = useFiling(({ id, handed }: { id: string; handed: Handed }) =>
    good(api.ledger.batches[':id'].receipt.$post({ param: { id }, json: handed })),
  )
  return (
    <section>
      <h2>{words.handOver}</h2>
      {due.data?.items.length === 0 && <p className="soft">{words.noHandOver}</p>}
      <ul className="register">
        {due.data?.items.map((one) => (
          <li key={`${one.authority} ${one.month}`}>
            <span className="grow">
              <b>{one.authorityName}</b> {one.month}
            </span>
            <span className="soft">{words.due(dateTime(one.dueAt))}</span>
            <Tag color={one.state === 'overdue' ? 'red' : 'default'}>{words.states[one.state]}</Tag>
          </li>
        ))}
      </ul>
      <div className="pair">
        <Field name={words.authority}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={authority}
              onChange={setAuthority}
              options={(authorities.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      </div>
      <Button disabled={!authority} loading={make.isPending} onClick={() => make.mutate(undefined)}>
        {words.make}
      </Button>
      <h2>{words.batches}</h2>
      {batches.data?.length === 0 && <p className="soft">{words.noBatches}</p>}
      {batches.data?.map((batch) => (
        <article key={batch.id}>
          <p>
            <b>{words.batch(batch.authorityName, dateTime(batch.from), batch.lines)}</b>{' '}
            <Take path={`/api/ledger/batches/${batch.id}/file`} query={{}} />
            <br />
            <small className="soft hash">
              {words.checksum} {batch.checksum}
            </small>
          </p>
          {batch.sent ? (
            <p className="soft">
              {noticeWords.sent(
                batch.sent.method,
                batch.sent.to,
                dateTime(batch.sent.at),
                batch.sent.proof,
              )}
            </p>
          ) : (
            <SentForm
              pending={got.isPending}
              send={(handed) => got.mutate({ id: batch.id, handed })}
            />
          )}
        </article>
      ))}
    </section>
  )
}
