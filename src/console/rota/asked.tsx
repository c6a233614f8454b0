import { Button } from 'antd'
import { api, good } from '../api.ts'
import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { words as base } from '../words/index.ts'
import { rotaWords as words } from '../words/rota.ts'
import { AsksOpen } from './asks-open.tsx'
import { useChange, useLeave, useSwaps } from './queries.ts'

/** What lawyers have asked for: leave to decide, swaps to know of. */
export function Asked() {
  const leave = useLeave()
  const swaps = useSwaps()
  const staff = useStaff()
  const name = (id: string): string => staff.data?.find((one) => one.id === id)?.name ?? id
  const decide = useChange(({ id, grant }: { id: string; grant: boolean }) =>
    good(api.leave[':id'].decide.$post({ param: { id }, json: { grant } })),
  )
  const open = (leave.data ?? []).filter(({ state }) => state === 'asked')
  const known = (swaps.data ?? []).filter(({ state }) => state !== 'declined')
  return (
    <>
      {open.length > 0 && <h2>{words.leaveAsked}</h2>}
      {open.map(({ id, lawyer, from, to, reason }) => (
        <p key={id}>
          <b>{name(lawyer)}</b> {dateTime(from)} – {dateTime(to)} {reason}{' '}
          <Button size="small" onClick={() => decide.mutate({ id, grant: true })}>
            {words.grant}
          </Button>{' '}
          <Button size="small" onClick={() => decide.mutate({ id, grant: false })}>
            {words.refuse}
          </Button>
        </p>
      ))}
      <AsksOpen />
      {known.length > 0 && <h2>{words.swaps}</h2>}
      {known.map((swap) => (
        <p key={swap.id}>
          {words.swapLine(name(swap.lawyer), name(swap.with))}
          {base.colon}
          {dateTime(swap.gives.from)} – {dateTime(swap.gives.to)} · {words.swapStates[swap.state]}
        </p>
      ))}
    </>
  )
}
