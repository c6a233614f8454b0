import { Button } from 'antd'
import { api, good } from '../api.ts'
import { appointmentWords as words } from '../words/appointments.ts'
import { useAsk } from './queries.ts'

const AT_ONCE = 3

/** One tap: the next three times, the lawyer's own first, go to the client, who picks one. */
export function Propose({ id }: { id: string }) {
  const propose = useAsk(async () => {
    const { items } = await good(api.slots.$get({ query: { conversation: id } }))
    if (items.length === 0) throw new Error(words.noTimes)
    const slots = items.slice(0, AT_ONCE).map((slot) => slot.id)
    return good(api.conversations[':id'].slots.$post({ param: { id }, json: { slots } }))
  }, words.proposed)
  return (
    <p>
      <Button loading={propose.isPending} onClick={() => propose.mutate(undefined)}>
        {words.propose}
      </Button>
    </p>
  )
}
