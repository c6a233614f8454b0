import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, good } from '../api.ts'

/** What the appointment screens ask for; live.ts says when to ask again. */

export const useAppointments = (from: string, to: string) =>
  useQuery({
    queryKey: ['appointments', from, to],
    queryFn: async () => (await good(api.appointments.$get({ query: { from, to } }))).items,
  })

export const useSlots = (query: { from?: string; to?: string; conversation?: string } | null) =>
  useQuery({
    queryKey: ['appointments', 'slots', query],
    queryFn: async () => (await good(api.slots.$get({ query: query ?? {} }))).items,
    enabled: query !== null,
  })

export type Appointment = NonNullable<ReturnType<typeof useAppointments>['data']>[number]
export type Slot = NonNullable<ReturnType<typeof useSlots>['data']>[number]

/** Does it, and says so, or in the server's own words why not. */
export function useAsk<T>(ask: (given: T) => Promise<unknown>, said: string, done?: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ask,
    onSuccess: () => {
      void message.success(said)
      done?.()
    },
    onError: (error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['appointments'] }),
  })
}
