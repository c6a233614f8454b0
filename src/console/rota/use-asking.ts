import { api, good } from '../api.ts'
import { useStaff } from '../queries.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useChange, type Window } from './queries.ts'
import type { Hole, Times } from './span.ts'

/** A lawyer and a duty to ask them for: a gap, or what is another's, or theirs at another time. */
export interface Proposal extends Times {
  lawyer: string
  station: string
  methods: Hole['methods']
  tier?: Window['tier']
  instead?: Times & { lawyer: string }
}

export function useNames(): (id: string | null) => string {
  const staff = useStaff()
  return (id) => staff.data?.find((one) => one.id === id)?.name ?? id ?? ''
}

export function useAsking(done?: () => void) {
  const name = useNames()
  return useChange(
    ({ lawyer, station, methods, tier, from, to, instead }: Proposal) =>
      good(
        api['duty-asks'].$post({
          json: { lawyer, station, methods, tier: tier ?? 'primary', from, to, instead },
        }),
      ),
    done,
    ({ lawyer }) => words.askedToast(name(lawyer)),
  )
}

export const useTakingBack = () =>
  useChange((id: string) => good(api['duty-asks'][':id'].$delete({ param: { id } })))
