import { Button } from 'antd'
import { api, good } from '../api.ts'
import type { Me } from '../shell.tsx'
import { dateTime } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { type Swap, useChange, useSwaps } from './queries.ts'

const time = ({ from, to }: Swap['gives']): string => `${dateTime(from)} – ${dateTime(to)}`

/** Swaps that wait for my answer, and those that can still be undone. */
export function SwapAnswers({ me, name }: { me: Me; name: (id: string) => string }) {
  const { data = [] } = useSwaps()
  const answer = useChange(({ id, accept }: { id: string; accept: boolean }) => {
    const one = api.swaps[':id']
    return accept
      ? good(one.accept.$post({ param: { id } }))
      : good(one.decline.$post({ param: { id } }))
  })
  const undo = useChange((id: string) => good(api.swaps[':id'].undo.$post({ param: { id } })))
  const live = data.filter(({ state }) => state === 'asked' || state === 'accepted')
  if (live.length === 0) return null
  return (
    <section>
      <h2>{words.swaps}</h2>
      {live.map((swap) => {
        const asked = swap.state === 'asked' && swap.with === me.id
        const other = swap.lawyer === me.id ? swap.with : swap.lawyer
        const [iServe, theyServe] =
          swap.lawyer === me.id ? [swap.takes, swap.gives] : [swap.gives, swap.takes]
        return (
          <div key={swap.id} className="swap">
            <b>{asked ? words.swapAsks : words.swapStates[swap.state]}</b>
            {iServe && <p>{words.youServe(time(iServe))}</p>}
            {theyServe && <p>{words.theyServe(name(other), time(theyServe))}</p>}
            {asked ? (
              <div className="weeks">
                <Button type="primary" onClick={() => answer.mutate({ id: swap.id, accept: true })}>
                  {words.agree}
                </Button>
                <Button onClick={() => answer.mutate({ id: swap.id, accept: false })}>
                  {words.decline}
                </Button>
              </div>
            ) : (
              <Button onClick={() => undo.mutate(swap.id)}>{words.undo}</Button>
            )}
          </div>
        )
      })}
    </section>
  )
}
