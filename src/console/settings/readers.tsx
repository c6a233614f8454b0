import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'

/** Who read what, when and why, over all conversations (R29.5). */
export function Readers() {
  const staff = useStaff()
  const list = useInfiniteQuery({
    queryKey: ['access', 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      good(api.access.$get({ query: pageParam ? { cursor: pageParam } : {} })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = (list.data?.pages ?? []).flatMap((page) => page.items)
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  return (
    <section>
      <h2>{words.readers}</h2>
      {list.data && items.length === 0 && <p className="soft">{words.noReaders}</p>}
      {items.length > 0 && (
        <table className="grid text">
          <thead>
            <tr>
              {[base.time, words.reader, words.reason, words.conversation].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={`${one.at} ${one.reader} ${one.conversation}`}>
                <td>{dateTime(one.at)}</td>
                <td>{name(one.reader)}</td>
                <td>{one.role === 'lawyer' ? words.own : one.reason}</td>
                <td>
                  <Link
                    href={`/c/${one.conversation}`}
                    aria-label={`${words.conversation} ${dateTime(one.at)}`}
                  >
                    {words.conversation}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  )
}
