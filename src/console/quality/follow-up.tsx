import { Button } from 'antd'
import { api, good } from '../api.ts'
import { useFiling } from '../notices/queries.ts'
import { ledgerWords as words } from '../words/ledger.ts'

/** 回访: reached and how satisfied, or not reached. */
export function FollowUp({ line }: { line: string }) {
  const keep = useFiling((satisfaction: number | null) =>
    good(
      api.quality['follow-ups'].$post({
        json: { line, reached: satisfaction !== null, satisfaction },
      }),
    ),
  )
  return (
    <p>
      {words.followUp}：
      {[5, 4, 3, 2, 1].map((n) => (
        <Button key={n} onClick={() => keep.mutate(n)}>
          {words.reached(n)}
        </Button>
      ))}
      <Button onClick={() => keep.mutate(null)}>{words.missed}</Button>
    </p>
  )
}
