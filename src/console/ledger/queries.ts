import { useQuery } from '@tanstack/react-query'
import { api, good } from '../api.ts'
import { type Span, spanOf } from './month.tsx'

/** What the ledger and quality screens ask for. */

/** As JSON, of the forms a table can be had in. */
const listed = <T>(answer: T) => answer as Extract<T, { items: unknown }>

export const useLines = (span: Span) =>
  useQuery({
    queryKey: ['dossier', 'ledger', span],
    queryFn: async () =>
      listed(await good(api.ledger.$get({ query: { ...span, format: 'json' } }))).items,
  })

export const useBatches = () =>
  useQuery({
    queryKey: ['dossier', 'batches'],
    queryFn: async () => (await good(api.ledger.batches.$get())).items,
  })

export const useHandOver = () =>
  useQuery({
    queryKey: ['dossier', 'handover'],
    queryFn: () => good(api.ledger['hand-over'].$get()),
  })

export const useLayout = (id: string | undefined) =>
  useQuery({
    queryKey: ['dossier', 'layout', id],
    enabled: id !== undefined,
    queryFn: () => good(api.ledger.layouts[':id'].$get({ param: { id: id ?? '' } })),
  })

export const useRates = () =>
  useQuery({
    queryKey: ['dossier', 'rates'],
    queryFn: async () => (await good(api.allowances.rates.$get())).items,
  })

export const useAllowances = (month: string) =>
  useQuery({
    queryKey: ['dossier', 'allowances', month],
    queryFn: async () =>
      listed(await good(api.allowances.$get({ query: { ...spanOf(month), format: 'json' } }))),
  })

export const useSample = (month: string, share: string) =>
  useQuery({
    queryKey: ['dossier', 'sample', month, share],
    queryFn: () => good(api.quality.sample.$get({ query: { ...spanOf(month), share } })),
  })

export const useComplaints = () =>
  useQuery({
    queryKey: ['dossier', 'complaints'],
    queryFn: async () => (await good(api.quality.complaints.$get())).items,
  })

export type Line = NonNullable<ReturnType<typeof useLines>['data']>[number]
