import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { deskWords as words } from '../words/desk.ts'
import { useViews } from './filters.tsx'

/** Views somebody saved: one tap, and a link like any other. */
export function Views({ query }: { query: string }) {
  const { data = [] } = useViews()
  const [name, setName] = useState<string | null>(null)
  const client = useQueryClient()
  const { message } = App.useApp()
  const settled = {
    onError: (error: Error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['views'] }),
  }
  const save = useMutation({
    mutationFn: (called: string) => good(api.views.$post({ json: { name: called, query } })),
    onSuccess: () => setName(null),
    ...settled,
  })
  const drop = useMutation({
    mutationFn: (id: string) => good(api.views[':id'].$delete({ param: { id } })),
    ...settled,
  })
  return (
    <div className="tools no-print">
      {data.map((view) => (
        <span key={view.id}>
          <Link href={`/conversations?${view.query}`}>{view.name}</Link>{' '}
          <Button
            type="text"
            aria-label={words.dropView(view.name)}
            onClick={() => drop.mutate(view.id)}
          >
            ×
          </Button>
        </span>
      ))}
      {name === null ? (
        <Button disabled={query === ''} onClick={() => setName('')}>
          {words.saveView}
        </Button>
      ) : (
        <>
          <Input
            aria-label={words.viewName}
            placeholder={words.viewName}
            style={{ width: 160 }}
            value={name}
            maxLength={40}
            onChange={({ target }) => setName(target.value)}
          />
          <Button
            disabled={name.trim() === ''}
            loading={save.isPending}
            onClick={() => save.mutate(name.trim())}
          >
            {words.save}
          </Button>
        </>
      )}
    </div>
  )
}
