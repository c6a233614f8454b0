import { Skeleton } from 'antd'
import { ConversationRow } from '../conversation-row.tsx'
import { type Conversation, useConversations } from '../queries.ts'
import { words } from '../words/index.ts'

export function LawyerHome() {
  const list = useConversations({ limit: '50' })
  if (list.isPending) return <Skeleton active />
  const items = list.data?.items ?? []
  const active = items.filter(({ state }) => state === 'active')
  const due = items.filter(({ state }) => state === 'ended')
  const earlier = items.filter(({ state }) => state !== 'active' && state !== 'ended')
  return (
    <>
      <h2>{words.mine}</h2>
      {active.length === 0 && <p className="soft">{words.none}</p>}
      <Rows items={active} />
      {due.length > 0 && <h2>{words.toRecord}</h2>}
      <Rows items={due} />
      {earlier.length > 0 && <h2>{words.earlier}</h2>}
      <Rows items={earlier} />
    </>
  )
}

const Rows = ({ items }: { items: Conversation[] }) => (
  <ul className="rows">
    {items.map((item) => (
      <ConversationRow key={item.id} item={item} />
    ))}
  </ul>
)
