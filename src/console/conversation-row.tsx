import { Tag } from 'antd'
import { Link } from 'wouter'
import type { Conversation } from './queries.ts'
import { dateTime } from './time.ts'
import { words } from './words/index.ts'

const colours: Record<string, string> = {
  waiting: 'gold',
  active: 'green',
  ended: 'blue',
  promised: 'gold',
}

/** One conversation on a line, all of it a link. */
export function ConversationRow({ item }: { item: Conversation }) {
  const missed = item.outcome === 'missed' || item.outcome === 'unreached'
  return (
    <Link href={`/c/${item.id}`}>
      <Tag color={colours[item.state] ?? 'default'}>{words.states[item.state]}</Tag>
      <b>{item.client}</b>
      <span>{words.channels[item.channel]}</span>
      {item.lawyerName && <span>{item.lawyerName}</span>}
      {item.charge && <span>{item.charge}</span>}
      {item.outcome && (
        <span className={missed ? 'danger' : undefined}>{words.outcomes[item.outcome]}</span>
      )}
      {item.promise && <span>{words.promise(dateTime(item.promise.at))}</span>}
      {item.wantsAppointment && <Tag>{words.wantsAppointment}</Tag>}
      {item.flooded && <Tag color="orange">{words.flood}</Tag>}
      {item.undelivered > 0 && <Tag color="red">{words.undelivered(item.undelivered)}</Tag>}
      <span className="grow" />
      <time dateTime={item.openedAt}>{dateTime(item.openedAt)}</time>
    </Link>
  )
}
