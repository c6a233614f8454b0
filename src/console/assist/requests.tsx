import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { assistWords as words } from '../words/assist.ts'
import { type Request, useRequests } from './queries.ts'

/** What was sent to the model, request by request; the words by giving a reason. */
export function Requests() {
  const list = useRequests()
  if (list.isPending) return <Skeleton active />
  if (!list.data) return <Refused error={list.error} />
  if (list.data.length === 0) return <p className="soft">{words.noRequests}</p>
  return (
    <ul className="plain">
      {list.data.map((one) => (
        <li key={one.id}>
          <One request={one} />
        </li>
      ))}
    </ul>
  )
}

/** What the guard found is the coordinator's to know; the model's words are nobody's. */
const outcomeOf = ({ state, code }: Request): string => {
  if (code === null) return words.states[state] ?? state
  return code.startsWith('guard:') ? words.guarded : (words.codes[code] ?? code)
}

function One({ request }: { request: Request }) {
  const staff = useStaff()
  const [asking, setAsking] = useState(false)
  const name = staff.data?.find(({ id }) => id === request.askedBy)?.name ?? words.byDesk
  return (
    <>
      <p>
        <time dateTime={request.askedAt}>{dateTime(request.askedAt)}</time>{' '}
        <b>{words.purposes[request.purpose] ?? request.purpose}</b> {name}{' '}
        <Tag>{outcomeOf(request)}</Tag>
      </p>
      <p>
        <Link href={`/c/${request.conversation}`}>{words.open}</Link>{' '}
        {request.version > 0 && !asking && (
          <Button type="link" onClick={() => setAsking(true)}>
            {words.see}
          </Button>
        )}
      </p>
      {asking && <Words id={request.id} />}
    </>
  )
}

function Words({ id }: { id: string }) {
  const [text, setText] = useState('')
  const [reason, setReason] = useState<string>()
  const read = useQuery({
    queryKey: ['assist', 'request', id, reason],
    enabled: reason !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      good(api.assist.requests[':id'].$get({ param: { id }, query: reason ? { reason } : {} })),
  })
  if (read.data) return <pre className="sent">{read.data.sent}</pre>
  return (
    <>
      <Field name={words.why}>
        {(field) => (
          <Input
            id={field}
            value={text}
            maxLength={500}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button
        loading={read.isFetching}
        disabled={text.trim() === ''}
        onClick={() => setReason(text.trim())}
      >
        {words.read}
      </Button>
      <Refused error={read.error} />
    </>
  )
}
