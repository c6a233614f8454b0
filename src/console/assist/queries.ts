import { useQuery } from '@tanstack/react-query'
import { api, good } from '../api.ts'

/** What the screens ask about the language model. */

export const useAssist = () =>
  useQuery({
    queryKey: ['assist'],
    queryFn: () => good(api.assist.$get()),
    staleTime: 60_000,
  })

export const useRequests = () =>
  useQuery({
    queryKey: ['assist', 'requests'],
    queryFn: async () => (await good(api.assist.requests.$get({ query: {} }))).items,
  })

export const useChecks = () =>
  useQuery({
    queryKey: ['assist', 'ledger'],
    queryFn: async () => (await good(api.assist.ledger.$get({ query: {} }))).items,
  })

export type Request = NonNullable<ReturnType<typeof useRequests>['data']>[number]
export type Check = NonNullable<ReturnType<typeof useChecks>['data']>[number]
