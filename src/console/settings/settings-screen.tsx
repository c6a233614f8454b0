import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { api, good } from '../api.ts'
import '../theme/desk.css'
import { Refused } from '../unloaded.tsx'
import { deskWords as words } from '../words/desk.ts'
import { Channels } from './channels.tsx'
import { Readers } from './readers.tsx'
import { Rules } from './rules.tsx'

export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => good(api.settings.$get()) })

export type Settings = NonNullable<ReturnType<typeof useSettings>['data']>

export function SettingsScreen() {
  const { data, error } = useSettings()
  return (
    <>
      <h1>{words.settings}</h1>
      {!data && !error && <Skeleton active />}
      <Refused error={error} />
      {data && <Rules settings={data} />}
      <Channels />
      <Readers />
    </>
  )
}
