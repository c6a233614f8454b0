import { Skeleton, Tag } from 'antd'
import { Link } from 'wouter'
import { dateTime } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { assistWords as words } from '../words/assist.ts'
import { useAssist, useChecks } from './queries.ts'
import { Requests } from './requests.tsx'

/** For the coordinator: records worth asking about, and everything that ever went to the model. */
export function AssistScreen() {
  const assist = useAssist()
  const { on, host, model, today, daily } = assist.data ?? {}
  return (
    <>
      <h1>{words.screen}</h1>
      {assist.data && <p className="soft">{on ? words.on(model ?? '', host ?? '') : words.off}</p>}
      {on && <p className="soft">{words.today(today ?? 0, daily ?? 0)}</p>}
      <h2>{words.checks}</h2>
      <Checks />
      <h2>{words.requests}</h2>
      <Requests />
    </>
  )
}

function Checks() {
  const list = useChecks()
  if (list.isPending) return <Skeleton active />
  if (!list.data) return <Refused error={list.error} />
  if (list.data.length === 0) return <p className="soft">{words.noChecks}</p>
  return (
    <ul className="plain">
      {list.data.map(({ line, conversation, lawyerName, closedAt, byRule, byModel }) => (
        <li key={line}>
          <p>
            {conversation === null ? (
              `${dateTime(closedAt)} ${lawyerName}`
            ) : (
              <Link href={`/c/${conversation}`}>
                {dateTime(closedAt)} {lawyerName}
              </Link>
            )}
          </p>
          <p>
            {byRule.map((one) => (
              <Tag key={one}>{words.findings[one] ?? one}</Tag>
            ))}
            {byModel
              .filter((one) => !byRule.includes(one))
              .map((one) => (
                <Tag key={one}>
                  {words.byModel}: {words.findings[one] ?? one}
                </Tag>
              ))}
          </p>
        </li>
      ))}
    </ul>
  )
}
