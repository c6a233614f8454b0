import { Skeleton } from 'antd'
import { ConversationRow } from '../conversation-row.tsx'
import { type Conversation, useConversations, useStaff } from '../queries.ts'
import type { ScreenProps } from '../screens.tsx'
import { Refused } from '../unloaded.tsx'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'
import { Ahead } from './ahead.tsx'
import { BesideOthers } from './beside-others.tsx'
import { Told } from './told.tsx'
import { Wake } from './wake.tsx'

/** What a lawyer sees between two clients. */
export function LawyerHome({ me }: ScreenProps) {
  const list = useConversations({ limit: '50' })
  const staff = useStaff()
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  if (list.isPending) return <Skeleton active />
  if (!list.data) return <Refused error={list.error} />
  const { items } = list.data
  const active = items.filter(({ state }) => state === 'active')
  const due = items.filter(({ state }) => state === 'ended')
  const earlier = items.filter(({ state }) => state !== 'active' && state !== 'ended')
  return (
    <>
      <h1>{words.mine}</h1>
      <Told />
      <BesideOthers />
      {active.length === 0 && <p className="soft">{lawyerWords.none}</p>}
      <Rows items={active} />
      <Ahead me={me} name={name} />
      {due.length > 0 && <h2>{words.toRecord}</h2>}
      <Rows items={due} />
      {earlier.length > 0 && <h2>{words.earlier}</h2>}
      <Rows items={earlier} />
      <Wake />
    </>
  )
}

const Rows = ({ items }: { items: Conversation[] }) => (
  <ul className="rows">
    {items.map((item) => (
      <li key={item.id}>
        <ConversationRow item={item} />
      </li>
    ))}
  </ul>
)
