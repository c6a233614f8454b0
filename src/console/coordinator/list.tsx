import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { api, good } from '../api.ts'
import '../theme/desk.css'
import { Refused } from '../unloaded.tsx'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import { asked, useFilter } from './filter.ts'
import { Filters } from './filters.tsx'
import { LongList } from './long-list.tsx'
import { Views } from './views.tsx'

const PAGE = '100'

/** Every conversation there is: narrowed, searched, scrolled through without end. */
export function ConversationList() {
  const [filter, change, query] = useFilter()
  const [open, setOpen] = useState(false)
  const short = filter.q !== undefined && [...filter.q.trim()].length === 1
  const list = useInfiniteQuery({
    queryKey: ['conversations', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      good(
        api.conversations.$get({
          query: {
            ...asked(filter),
            limit: PAGE,
            ...(pageParam ? { cursor: pageParam } : {}),
          } as Parameters<typeof api.conversations.$get>[0]['query'],
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = useMemo(() => (list.data?.pages ?? []).flatMap((page) => page.items), [list.data])
  const narrowed = Object.keys(filter).filter((name) => name !== 'q').length
  return (
    <>
      <h1>{base.conversations}</h1>
      <Input.Search
        aria-label={words.search}
        placeholder={words.search}
        defaultValue={filter.q ?? ''}
        key={filter.q === undefined ? 'none' : 'some'}
        allowClear
        maxLength={100}
        onChange={({ target }) => change({ q: target.value })}
      />
      {short && <p className="soft">{words.searchShort}</p>}
      <Views query={query} />
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {words.filters}
        {narrowed > 0 ? ` (${narrowed})` : ''}
      </Button>
      {(open || narrowed > 0) && <Filters filter={filter} change={change} />}
      {list.isPending && <Skeleton active />}
      <Refused error={list.error} />
      {list.data && (
        <p className="soft" role="status">
          {items.length === 0 ? words.empty : words.shown(items.length, list.hasNextPage)}
        </p>
      )}
      <LongList
        items={items}
        more={list.hasNextPage && !list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
