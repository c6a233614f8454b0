import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { api, good } from '../api.ts'
import { deskWords as words } from '../words/desk.ts'
import { beside } from './filter.ts'
import { useKeys } from './keys.ts'

/** What is done with a conversation, and the way to the next of the list. */
export function Around({
  id,
  watched,
  children,
}: {
  id: string
  watched: boolean
  children: ReactNode
}) {
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { previous, next } = beside(id)
  const go = (to: string | null) => () => {
    if (to) navigate(`/c/${to}`)
  }
  useKeys({ j: go(next), k: go(previous) })
  const flag = useMutation({
    mutationFn: (on: boolean) =>
      good(api.conversations[':id'].flag.$post({ param: { id }, json: { on } })),
    onError: (error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['conversation', id] }),
  })
  const copy = async () => {
    await navigator.clipboard.writeText(location.href)
    void message.success(words.copied)
  }
  return (
    <div className="tools no-print">
      {children}
      <Button loading={flag.isPending} onClick={() => flag.mutate(!watched)}>
        {watched ? words.unmark : words.mark}
      </Button>
      <Button onClick={() => print()}>{words.print}</Button>
      {navigator.clipboard && <Button onClick={copy}>{words.copyLink}</Button>}
      <Button disabled={previous === null} onClick={go(previous)}>
        {words.previous}
      </Button>
      <Button disabled={next === null} onClick={go(next)}>
        {words.next}
      </Button>
    </div>
  )
}
