import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { Assign, Backup } from '../now/act.tsx'
import '../theme/desk.css'
import { BookFor } from '../appointments/book-for.tsx'
import { Field } from '../field.tsx'
import { type Me, useAccess, useConversation, useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { deskWords } from '../words/desk.ts'
import { words } from '../words/index.ts'
import { Around } from './around.tsx'
import { Timeline } from './timeline.tsx'

/** One conversation as the coordinator sees it: everything that happened; the words by giving a reason. */
export function CoordinatorConversation({ id, me }: { id: string; me: Me }) {
  const [reason, setReason] = useState<string>()
  const plain = useConversation(id)
  const read = useConversation(id, reason)
  if (plain.isPending) return <Skeleton active />
  const detail = (reason ? read.data : undefined) ?? plain.data
  if (!detail) return <Refused error={plain.error} />
  const open = detail.state !== 'closed' && detail.state !== 'ended'
  return (
    <>
      <p className="no-print">
        <Link href="/conversations">{words.back}</Link>
      </p>
      <h1>
        {detail.client} <Tag>{words.channels[detail.channel]}</Tag>
        <Tag>{words.states[detail.state]}</Tag>
        {detail.lawyerName && <Tag>{detail.lawyerName}</Tag>}
        {detail.flags.map((flag) => (
          <Tag key={flag} color="orange">
            {deskWords.flags[flag]}
          </Tag>
        ))}
        {detail.undelivered > 0 && <Tag color="red">{words.undelivered(detail.undelivered)}</Tag>}
      </h1>
      <Around id={id} watched={detail.flags.includes('watch')}>
        {open && <Assign id={id} client={detail.client} />}
        {detail.state === 'waiting' && <Backup id={id} client={detail.client} />}
      </Around>
      <p className="paper-only">
        {deskWords.printed(me.desk, me.name, dateTime(new Date().toISOString()))}
        <br />
        {detail.words && reason ? deskWords.printedFor(reason) : deskWords.printedBare}
      </p>
      <div className="no-print">
        <BookFor id={id} />
      </div>
      {detail.words ? (
        <RecordView record={detail.record} />
      ) : (
        <GiveReason busy={read.isFetching} onReason={setReason} />
      )}
      <h2>{words.timeline}</h2>
      <Timeline events={detail.words ? merged(detail.events, plain.data?.events) : detail.events} />
      <Readers id={id} />
    </>
  )
}

/** What happened since the reading is shown without its words. */
function merged<T extends { seq: number }>(read: T[], now: T[] = []): T[] {
  const last = read.at(-1)?.seq ?? 0
  return [...read, ...now.filter(({ seq }) => seq > last)]
}

function GiveReason({ busy, onReason }: { busy: boolean; onReason: (reason: string) => void }) {
  const [text, setText] = useState('')
  return (
    <section className="no-print">
      <p className="soft">{words.wordsHidden}</p>
      <Field name={words.readWhy}>
        {(field) => (
          <Input
            id={field}
            value={text}
            maxLength={500}
            placeholder={words.readWhyHint}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Button loading={busy} disabled={text.trim() === ''} onClick={() => onReason(text.trim())}>
        {words.readWords}
      </Button>
    </section>
  )
}

function RecordView({
  record,
}: {
  record: { charge: string; question: string; answer: string } | null
}) {
  if (!record) return null
  return (
    <section>
      <h2>{words.record}</h2>
      {(['charge', 'question', 'answer'] as const).map((field) => (
        <p key={field}>
          <b>{words[field]}</b> {record[field]}
        </p>
      ))}
    </section>
  )
}

function Readers({ id }: { id: string }) {
  const staff = useStaff()
  const name = (who: string): string => staff.data?.find((one) => one.id === who)?.name ?? who
  const access = useAccess(id)
  const items = access.data ?? []
  return (
    <section>
      <h2>{words.access}</h2>
      {items.length === 0 && <p className="soft">{words.nobodyRead}</p>}
      <ul>
        {items.map(({ at, reader, reason }) => (
          <li key={at + reader}>
            {dateTime(at)} {name(reader)} {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
