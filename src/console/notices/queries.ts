import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, good } from '../api.ts'

/** What the screens of notices, tasks and papers ask for. */

export const useNotices = () =>
  useQuery({
    queryKey: ['dossier', 'notices'],
    queryFn: () => good(api.notices.$get({ query: {} })),
  })

export const useNotice = (id: string) =>
  useQuery({
    queryKey: ['dossier', 'notices', id],
    queryFn: () => good(api.notices[':id'].$get({ param: { id } })),
  })

export const useTasks = () =>
  useQuery({
    queryKey: ['dossier', 'tasks'],
    queryFn: async () => (await good(api.tasks.$get({ query: {} }))).items,
  })

export const usePapers = (conversation?: string) =>
  useQuery({
    queryKey: ['dossier', 'papers', conversation],
    queryFn: async () =>
      (await good(api.papers.$get({ query: conversation ? { conversation } : {} }))).items,
  })

export const useAuthorities = () =>
  useQuery({
    queryKey: ['dossier', 'authorities'],
    queryFn: async () => (await good(api.authorities.$get())).items,
  })

export type Notice = NonNullable<ReturnType<typeof useNotices>['data']>['items'][number]
export type NoticeDetail = NonNullable<ReturnType<typeof useNotice>['data']>
export type Task = NoticeDetail['tasks'][number]
export type Letter = NoticeDetail['letters'][number]

/** Files it, or says the server's own words for why not; what is shown is asked for anew. */
export function useFiling<T>(file: (given: T) => Promise<unknown>, done?: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: file,
    onSuccess: () => done?.(),
    onError: (error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['dossier'] }),
  })
}
