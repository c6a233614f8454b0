import { Collapse } from 'antd'
import type { Detail } from '../queries.ts'
import { assistWords as words } from '../words/assist.ts'
import { useAssist } from './queries.ts'
import { Suggest } from './suggest.tsx'
import { Translate } from './translate.tsx'

/** Help with replying, folded away until it is wanted. What it gives goes into the reply box, and nowhere by itself. */
export function AssistPanel({
  detail,
  onText,
}: {
  detail: Detail
  onText: (text: string) => void
}) {
  const assist = useAssist()
  const { id, events } = detail
  const last = events.findLast(({ type, actor, choice }) => {
    return type === 'message' && actor === 'client' && choice === undefined
  })
  const asked = last?.text ?? ''
  const about = { id, asked, onText }
  const items = [
    { key: 'suggest', label: words.help, children: <Suggest key={asked} {...about} /> },
    ...(assist.data?.on
      ? [
          {
            key: 'translate',
            label: words.translate,
            children: <Translate key={asked} {...about} />,
          },
        ]
      : []),
  ]
  return <Collapse ghost items={items} />
}
