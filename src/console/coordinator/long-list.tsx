import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ConversationRow } from '../conversation-row.tsx'
import type { Conversation } from '../queries.ts'
import { deskWords as words } from '../words/desk.ts'
import { keepListed } from './filter.ts'
import { useKeys } from './keys.ts'

/** A row's height where all fits on one line; a phone's rows are measured as they come. */
const ROW = 58

/** Only the rows on screen are in the page, however many there are. */
export function LongList({
  items,
  more,
  onMore,
}: {
  items: Conversation[]
  more: boolean
  onMore: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(-1)
  const [, navigate] = useLocation()
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    getItemKey: (index) => items[index]?.id ?? index,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && items.length > 0 && last >= items.length - 20) onMore()
  }, [more, last, items.length, onMore])
  useEffect(() => {
    if (items.length > 0) keepListed(items.map(({ id }) => id))
  }, [items])
  const go = (to: number): void => {
    const next = Math.min(items.length - 1, Math.max(0, to))
    setAt(next)
    rows.scrollToIndex(next)
  }
  useKeys({
    j: () => go(at + 1),
    k: () => go(at - 1),
    Enter: () => {
      const one = items[at]
      if (one) navigate(`/c/${one.id}`)
    },
  })
  if (items.length === 0) return null
  return (
    <>
      <p className="soft no-print">{words.keys}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached by keyboard. */}
      <section className="long-list" ref={box} aria-label={words.keys} tabIndex={0}>
        <ul className="rows" style={{ height: rows.getTotalSize() }}>
          {shown.map((row) => {
            const item = items[row.index]
            return (
              item && (
                <li
                  key={row.key}
                  className="row"
                  data-index={row.index}
                  ref={rows.measureElement}
                  aria-setsize={items.length}
                  aria-posinset={row.index + 1}
                  aria-current={row.index === at ? 'true' : undefined}
                  style={{ transform: `translateY(${row.start}px)` }}
                >
                  <ConversationRow item={item} />
                </li>
              )
            )
          })}
        </ul>
      </section>
    </>
  )
}
