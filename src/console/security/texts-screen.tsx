import { Skeleton } from 'antd'
import { Refused } from '../unloaded.tsx'
import { securityWords as words } from '../words/security.ts'
import { FlowCard } from './flow-card.tsx'
import { useFlows } from './queries.ts'

/** 文本: what clients are led through, in which version, reviewed or not, and as pictures. */
export function TextsScreen() {
  const flows = useFlows()
  if (flows.isPending) return <Skeleton active />
  if (!flows.data) return <Refused error={flows.error} />
  const unread = flows.data.every(({ reviewed }) => reviewed === 0)
  return (
    <>
      <h1 className="head">{words.texts}</h1>
      <p>{words.textsLead}</p>
      {unread && (
        <p role="note">
          <b>{words.noneReviewed}</b>
        </p>
      )}
      <ul className="register">
        {flows.data.map((flow) => (
          <li key={flow.id}>
            <FlowCard flow={flow} />
          </li>
        ))}
      </ul>
    </>
  )
}
