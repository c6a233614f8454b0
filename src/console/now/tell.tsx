import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ApiError, api, good } from '../api.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'

/** Tells everybody who is on duty now, wherever they are. */
export function Tell() {
  const [text, setText] = useState('')
  const { message } = App.useApp()
  const tell = useMutation({
    mutationFn: () => good(api.staff.message.$post({ json: { text: text.trim() } })),
    onSuccess: () => {
      setText('')
      void message.success(words.told)
    },
    onError: (error) => void message.error(error instanceof ApiError ? error.message : base.failed),
  })
  return (
    <section>
      <h2>{words.tell}</h2>
      <Input.TextArea
        aria-label={words.tell}
        value={text}
        maxLength={500}
        placeholder={words.tellHint}
        autoSize={{ minRows: 2, maxRows: 5 }}
        style={{ marginBottom: 8 }}
        onChange={({ target }) => setText(target.value)}
      />
      <Button disabled={text.trim() === ''} loading={tell.isPending} onClick={() => tell.mutate()}>
        {words.tellSend}
      </Button>
    </section>
  )
}
