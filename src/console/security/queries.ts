import { useQuery } from '@tanstack/react-query'
import { api, good } from '../api.ts'

export const useSafety = () =>
  useQuery({ queryKey: ['safety'], queryFn: () => good(api.safety.$get()) })

export const useAccounts = () =>
  useQuery({
    queryKey: ['accounts'],
    queryFn: async () => (await good(api.accounts.$get())).items,
  })

export const useFlows = () =>
  useQuery({ queryKey: ['flows'], queryFn: async () => (await good(api.flows.$get())).items })

export type Account = NonNullable<ReturnType<typeof useAccounts>['data']>[number]
export type FlowText = NonNullable<ReturnType<typeof useFlows>['data']>[number]

/** better-auth's own routes, as the API describes them. */
export async function auth<T>(path: string, body: object): Promise<{ ok: boolean; body: T }> {
  const answer = await fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { ok: answer.ok, body: (await answer.json().catch(() => ({}))) as T }
}
