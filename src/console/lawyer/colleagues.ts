import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { ApiError, api, good } from '../api.ts'
import { type Me, useStaff } from '../queries.ts'
import { words as base } from '../words/index.ts'

/** Colleagues: who could be asked now, and what is asked of me. */

export function useColleagues(me: Me) {
  const staff = useStaff()
  const others = (staff.data ?? []).filter(
    ({ id, role, onDuty, presence }) =>
      id !== me.id && role === 'lawyer' && presence === 'on' && onDuty.includes('online'),
  )
  return { pending: staff.isPending, others }
}

/** Conversations of theirs that I am in, or asked into. */
export const useBeside = () =>
  useQuery({
    queryKey: ['beside'],
    queryFn: async () => (await good(api.me.beside.$get())).items,
    refetchInterval: 60_000,
  })

/** Does it, says so (or the server's own words for why not), and asks everything anew. */
export function useDone<T>(act: (given: T) => Promise<unknown>, said: string, after?: () => void) {
  const { message } = App.useApp()
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void message.success(said)
      after?.()
    },
    onError: (error: Error) =>
      void message.error(error instanceof ApiError ? error.message : base.failed),
    onSettled: () => client.invalidateQueries(),
  })
}
