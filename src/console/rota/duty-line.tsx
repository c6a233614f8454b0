import { Tag } from 'antd'
import { clock, clockEnd } from '../time.ts'
import { words as base } from '../words/index.ts'
import { rotaWords as words } from '../words/rota.ts'
import type { Vacant, Window } from './queries.ts'

/** One stretch of duty, as it stands in a day. */
export function DutyLine({ item, name }: { item: Window; name: (id: string) => string }) {
  return (
    <>
      <span className="when">
        {clock(item.from)}–{clockEnd(item.to)}
      </span>{' '}
      <b>{item.lawyerName}</b>{' '}
      <span className="soft">
        {item.methods.map((method) => words.methods[method]).join(' ')}
        {item.tier === 'backup' && ` · ${words.tiers.backup}`}
        {item.mode === 'appointment' && ` · ${words.modes.appointment}`}
      </span>
      {item.instead && (
        <Tag>{(item.how === 'swap' ? words.swapped : words.instead)(name(item.instead))}</Tag>
      )}
    </>
  )
}

/** A place nobody fills. */
export const VacantLine = ({ item, name }: { item: Vacant; name: (id: string) => string }) => (
  <s className="soft">
    {clock(item.from)}–{clockEnd(item.to)} {item.lawyer ? name(item.lawyer) : words.nobody}{' '}
    {base.bracketed(words.why[item.why] ?? item.why)}
  </s>
)
