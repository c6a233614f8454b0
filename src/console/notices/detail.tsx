import { Skeleton, Tag } from 'antd'
import { Link } from 'wouter'
import { useStaff } from '../queries.ts'
import type { ScreenProps } from '../screens.tsx'
import { Refused } from '../unloaded.tsx'
import { words as common } from '../words/index.ts'
import { noticeWords as words } from '../words/notices.ts'
import { Assign } from './assign.tsx'
import { Countdown } from './countdown.tsx'
import { Letters } from './letters.tsx'
import { type NoticeDetail, useNotice } from './queries.ts'

const facts = [
  'receivedOn',
  'helpDate',
  'latestServiceDate',
  'assignDueDate',
  'caseNumber',
  'officer',
  'place',
  'attachments',
] as const

/** One notice: its dates, its people, whom they have, and what the authority was told. */
export function NoticeScreen({ id }: ScreenProps) {
  const { data, error, isPending } = useNotice(id)
  if (isPending) return <Skeleton active />
  if (!data) return <Refused error={error} />
  return (
    <>
      <p>
        <Link href="/notices">{words.back}</Link>
      </p>
      <h1>
        {data.authority} {data.number}
      </h1>
      <p>
        {data.state === 'open' ? (
          <Countdown dueAt={data.dueAt} />
        ) : (
          <Tag color="green">{words.answered}</Tag>
        )}
        {data.late && <Tag color="orange">{words.late}</Tag>}
        {data.byHand && <Tag>{words.byHand}</Tag>}
        {data.expedited && <Tag>{words.expedited}</Tag>}
        {data.crossRegion && <Tag>{words.crossRegion}</Tag>}
      </p>
      <dl className="facts">
        {facts
          .filter((name) => data[name])
          .map((name) => (
            <div key={name}>
              <dt>{words[name]}</dt>
              <dd className="when">{data[name]}</dd>
            </div>
          ))}
      </dl>
      <h2>{words.tasks}</h2>
      <People notice={data} />
      <Assign notice={data} />
      <Letters letters={data.letters} />
    </>
  )
}

function People({ notice }: { notice: NoticeDetail }) {
  const staff = useStaff()
  const name = (id: string | null): string =>
    staff.data?.find((one) => one.id === id)?.name ?? id ?? ''
  return (
    <ul className="register">
      {notice.tasks.map((task) => (
        <li key={task.id}>
          <span className="grow">
            <b>{task.name}</b> {task.charge} · {common.stages[task.stage] ?? task.stage}
          </span>
          <span>{name(task.lawyer)}</span>
          <Tag color={task.state === 'open' ? 'orange' : 'default'}>
            {words.taskStates[task.state]}
          </Tag>
        </li>
      ))}
    </ul>
  )
}
