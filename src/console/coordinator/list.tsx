import { Alert, Button, Select, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { ConversationRow } from '../conversation-row.tsx'
import { type ListFilter, useConversations, useStaff, useUndelivered } from '../queries.ts'
import { words } from '../words/index.ts'

export function ConversationList() {
  const [filter, setFilter] = useState<ListFilter>({})
  const [pages, setPages] = useState<string[]>([])
  const list = useConversations({ ...filter, cursor: pages.at(-1) })
  const staff = useStaff()
  const undelivered = useUndelivered()
  const narrow = (patch: ListFilter): void => {
    setPages([])
    setFilter({ ...filter, ...patch })
  }
  const choice = (
    label: string,
    value: string | undefined,
    entries: [string, string][],
    change: (value: string | undefined) => void,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      style={{ minWidth: 140 }}
      value={value}
      onChange={change}
      options={entries.map(([key, name]) => ({ value: key, label: name }))}
    />
  )
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  const failed = undelivered.data?.length ?? 0
  return (
    <>
      <h1 style={{ fontSize: 22 }}>{words.conversations}</h1>
      {failed > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.undelivered(failed)}
          style={{ marginBottom: 12 }}
        />
      )}
      <Space wrap style={{ marginBottom: 8 }}>
        {choice(words.state, filter.state, Object.entries(words.states), (state) =>
          narrow({ state }),
        )}
        {choice(words.channel, filter.channel, Object.entries(words.channels), (channel) =>
          narrow({ channel }),
        )}
        {choice(
          words.lawyer,
          filter.lawyer,
          lawyers.map(({ id, name }) => [id, name]),
          (lawyer) => narrow({ lawyer }),
        )}
      </Space>
      {list.isPending && <Skeleton active />}
      <ul className="rows">
        {list.data?.items.map((item) => (
          <ConversationRow key={item.id} item={item} />
        ))}
      </ul>
      <Space style={{ marginTop: 12 }}>
        {pages.length > 0 && (
          <Button onClick={() => setPages(pages.slice(0, -1))}>{words.back}</Button>
        )}
        {list.data?.next && (
          <Button onClick={() => setPages([...pages, list.data?.next ?? ''])}>{words.more}</Button>
        )}
      </Space>
    </>
  )
}
