import { Alert, Button, Skeleton, Tag } from 'antd'
import { Link, useLocation } from 'wouter'
import { Refused } from '../unloaded.tsx'
import { noticeWords as words } from '../words/notices.ts'
import { Countdown } from './countdown.tsx'
import { type Notice, useNotices } from './queries.ts'

/** So long before, a year without its holidays is told of. */
const AHEAD = 90 * 86_400_000

/** What authorities have asked for, and how long there is to answer. */
export function NoticeList() {
  const { data, error, isPending } = useNotices()
  const [, go] = useLocation()
  const soon = new Date(Date.now() + AHEAD).getUTCFullYear()
  return (
    <>
      <h1>{words.title}</h1>
      <p>
        <Button type="primary" onClick={() => go('/notices/new')}>
          {words.add}
        </Button>
      </p>
      {isPending && <Skeleton active />}
      <Refused error={error} />
      {data && soon > data.calendarThrough && (
        <Alert type="warning" title={words.yearMissing(data.calendarThrough + 1)} />
      )}
      {data?.items.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="rows">
        {data?.items.map((notice) => (
          <li key={notice.id}>
            <Row notice={notice} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ notice }: { notice: Notice }) {
  const open = notice.state === 'open'
  return (
    <Link href={`/notices/${notice.id}`}>
      <span className="grow">
        <b>{notice.authority}</b> {notice.number}
        <br />
        <span className="soft">
          {words.people(notice.people)}
          {open ? ` · ${words.open(notice.open)}` : ''}
        </span>
      </span>
      {notice.late && <Tag color="orange">{words.late}</Tag>}
      {open ? <Countdown dueAt={notice.dueAt} /> : <Tag color="green">{words.answered}</Tag>}
    </Link>
  )
}
