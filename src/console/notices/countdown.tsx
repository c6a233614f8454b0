import { Tag } from 'antd'
import { useSeconds } from '../time.ts'
import { noticeWords as words } from '../words/notices.ts'

const HOUR = 3600
const DAY = 24 * HOUR

/** How long there is still, or how long it is over; red only where it is. */
export function Countdown({ dueAt }: { dueAt: string | null }) {
  useSeconds(dueAt)
  if (dueAt === null) return <Tag>{words.free}</Tag>
  const left = Math.floor((Date.parse(dueAt) - Date.now()) / 1000)
  if (left < 0) return <Tag color="red">{words.over(Math.floor(-left / DAY))}</Tag>
  const text = words.left(Math.floor(left / DAY), Math.floor((left % DAY) / HOUR))
  return <Tag color={left < DAY ? 'orange' : 'default'}>{text}</Tag>
}
