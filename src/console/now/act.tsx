import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { ApiError, api, good } from '../api.ts'
import { useStaff } from '../queries.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'

/** What a coordinator does with one click: give a client to somebody, or ring a backup. */

function useDone(done: string) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return {
    onSuccess: () => void message.success(done),
    onError: (error: Error) =>
      void message.error(error instanceof ApiError ? error.message : base.failed),
    onSettled: () => client.invalidateQueries(),
  }
}

export function Assign({ id, client }: { id: string; client: string }) {
  const staff = useStaff()
  const assign = useMutation({
    mutationFn: (lawyer: string) =>
      good(api.conversations[':id'].assign.$post({ param: { id }, json: { lawyer } })),
    ...useDone(base.assigned),
  })
  const on = (staff.data ?? []).filter(({ role, onDuty }) => role === 'lawyer' && onDuty.length > 0)
  return (
    <Select
      aria-label={`${words.assign} ${client}`}
      placeholder={words.assign}
      style={{ minWidth: 130 }}
      value={null}
      loading={assign.isPending}
      onChange={(lawyer: string | null) => lawyer && assign.mutate(lawyer)}
      options={on.map((one) => ({ value: one.id, label: one.name }))}
    />
  )
}

export function Backup({ id, client }: { id: string; client: string }) {
  const call = useMutation({
    mutationFn: () => good(api.conversations[':id'].backup.$post({ param: { id } })),
    ...useDone(words.backupCalled),
  })
  return (
    <Button
      aria-label={`${words.backup} ${client}`}
      loading={call.isPending}
      onClick={() => call.mutate()}
    >
      {words.backup}
    </Button>
  )
}
