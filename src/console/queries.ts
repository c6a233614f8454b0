import { useQuery } from '@tanstack/react-query'
import { api, good } from './api.ts'

/** What the screens ask for; live.ts says when to ask again. */

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => good(api.me.$get()), retry: false })

export const useStaff = () =>
  useQuery({ queryKey: ['staff'], queryFn: async () => (await good(api.staff.$get())).items })

export const useOffers = () =>
  useQuery({
    queryKey: ['offers'],
    queryFn: async () => (await good(api.offers.$get())).items,
    refetchInterval: 15_000,
  })

export interface ListFilter {
  state?: string | undefined
  lawyer?: string | undefined
  channel?: string | undefined
  cursor?: string | undefined
  limit?: string | undefined
}

export const useConversations = (filter: ListFilter) =>
  useQuery({
    queryKey: ['conversations', filter],
    queryFn: () => good(api.conversations.$get({ query: filter })),
  })

/** A reason is asked for once; after that the same reading goes on without a new line in the access log. */
export const useConversation = (id: string, reason?: string) =>
  useQuery({
    queryKey: ['conversation', id, reason ?? null],
    queryFn: () =>
      good(api.conversations[':id'].$get({ param: { id }, query: reason ? { reason } : {} })),
    ...(reason ? { staleTime: Number.POSITIVE_INFINITY } : {}),
  })

export const useAccess = (id: string) =>
  useQuery({
    queryKey: ['access', id],
    queryFn: async () => (await good(api.access.$get({ query: { conversation: id } }))).items,
  })

export const useUndelivered = () =>
  useQuery({
    queryKey: ['undelivered'],
    queryFn: async () => (await good(api.undelivered.$get({ query: {} }))).items,
  })

export type Me = NonNullable<ReturnType<typeof useMe>['data']>
export type Conversation = NonNullable<ReturnType<typeof useConversations>['data']>['items'][number]
export type Detail = NonNullable<ReturnType<typeof useConversation>['data']>
export type Entry = Detail['events'][number]
