import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, good } from '../api.ts'
import { tongue } from '../words/index.ts'
import { rotaWords as words } from '../words/rota.ts'

/** What the register and rota screens ask for; live.ts says when to ask again. */

export const useRota = (from: string, to: string) =>
  useQuery({
    queryKey: ['rota', from, to],
    queryFn: () => good(api.rota.$get({ query: { from, to } })),
  })

export const useGaps = (weeks = 4) =>
  useQuery({
    queryKey: ['rota', 'gaps', weeks],
    queryFn: async () =>
      (await good(api.rota.gaps.$get({ query: { weeks: String(weeks) } }))).items,
  })

/** Four weeks around now unless a time is given. */
export const useFairness = (from?: string, to?: string) =>
  useQuery({
    queryKey: ['rota', 'fairness', from, to],
    queryFn: async () =>
      (await good(api.rota.fairness.$get({ query: from && to ? { from, to } : {} }))).items,
  })

export const useWhy = (method: 'phone' | 'online') =>
  useQuery({
    queryKey: ['rota', 'why', method],
    queryFn: async () =>
      (
        await good(
          api.rota.explain.$get(
            { query: { method } },
            { headers: { 'accept-language': tongue() } },
          ),
        )
      ).items,
    refetchInterval: 60_000,
  })

export const useDutyAsks = () =>
  useQuery({
    queryKey: ['rota', 'asks'],
    queryFn: async () => (await good(api['duty-asks'].$get())).items,
  })

export const useLeave = () =>
  useQuery({
    queryKey: ['rota', 'leave'],
    queryFn: async () => (await good(api.leave.$get())).items,
  })

export const useSwaps = () =>
  useQuery({
    queryKey: ['rota', 'swaps'],
    queryFn: async () => (await good(api.swaps.$get())).items,
  })

export const usePublication = () =>
  useQuery({
    queryKey: ['rota', 'publication'],
    queryFn: () => good(api.rota.publication.$get()),
  })

export const useLawyers = () =>
  useQuery({
    queryKey: ['rota', 'lawyers'],
    queryFn: async () => (await good(api.lawyers.$get())).items,
  })

export const useHistory = (id: string) =>
  useQuery({
    queryKey: ['rota', 'history', id],
    queryFn: async () => (await good(api.lawyers[':id'].history.$get({ param: { id } }))).items,
  })

export const useCalendar = () =>
  useQuery({
    queryKey: ['rota', 'calendar'],
    queryFn: async () => (await good(api.me.calendar.$get())).link,
  })

export type Rota = NonNullable<ReturnType<typeof useRota>['data']>
export type Load = NonNullable<ReturnType<typeof useFairness>['data']>[number]
export type Window = NonNullable<ReturnType<typeof useRota>['data']>['items'][number]
export type Vacant = NonNullable<ReturnType<typeof useRota>['data']>['vacant'][number]
export type Gap = NonNullable<ReturnType<typeof useGaps>['data']>[number]
export type Lawyer = NonNullable<ReturnType<typeof useLawyers>['data']>[number]
export type DutyAsk = NonNullable<ReturnType<typeof useDutyAsks>['data']>[number]
export type Swap = NonNullable<ReturnType<typeof useSwaps>['data']>[number]

/** Does it, says so (or the server's own words for why not), and asks everything of the rota anew. */
export function useChange<T>(
  change: (given: T) => Promise<unknown>,
  done?: () => void,
  said: (given: T) => string = () => words.saved,
) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: change,
    onSuccess: (answer, given) => {
      const { gaps = [], vacated } = answer as { gaps?: unknown[]; vacated?: unknown[] }
      if (vacated && vacated.length > 0) void message.warning(words.vacated(vacated.length))
      else if (gaps.length > 0) void message.warning(words.opened(gaps.length))
      else void message.success(said(given))
      done?.()
    },
    onError: (error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['rota'] }),
  })
}
