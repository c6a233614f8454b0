import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { api, good } from '../api.ts'
import '../theme/desk.css'
import { useEffect, useState } from 'react'
import { Refused } from '../unloaded.tsx'
import { deskWords as words } from '../words/desk.ts'
import { Failed, Gaps } from './ahead.tsx'
import { Deadlines } from './deadlines.tsx'
import { OnDuty, Promised, Ringing, Unanswered, Waiting } from './floor.tsx'
import { Tell } from './tell.tsx'

export const useNow = () =>
  useQuery({
    queryKey: ['now'],
    queryFn: () => good(api.now.$get()),
    refetchInterval: 20_000,
  })

export type Floor = NonNullable<ReturnType<typeof useNow>['data']>

/** The instant, to the second, for everything on the page alike. */
export function useClock(): number {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** One page that says whether to worry. */
export function NowScreen() {
  const { data, error, isPending } = useNow()
  const now = useClock()
  if (isPending) return <Skeleton active />
  if (!data) return <Refused error={error} />
  return (
    <>
      <h1>{words.now}</h1>
      <div className="tiles">
        <Waiting floor={data} now={now} />
        <Ringing floor={data} now={now} />
        <OnDuty floor={data} />
        <Promised floor={data} now={now} />
        <Deadlines />
        <Unanswered floor={data} now={now} />
        <Failed />
        <Gaps />
        <Tell />
      </div>
    </>
  )
}
