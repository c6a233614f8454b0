import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, good } from '../api.ts'

/** The desk's own patterns, asked for once, so that a warning needs no connection. */
export function useWordings(): (text: string) => string[] {
  const { data = [] } = useQuery({
    queryKey: ['wording'],
    queryFn: async () => (await good(api.wording.$get())).items,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => {
    const patterns = data.map(({ kind, pattern }) => [kind, new RegExp(pattern, 'i')] as const)
    return (text) => patterns.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind)
  }, [data])
}
