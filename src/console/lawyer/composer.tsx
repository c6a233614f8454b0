import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { ApiError, api, good } from '../api.ts'
import { words } from '../words/index.ts'

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** `crypto.randomUUID` exists on secure pages only; a desk tried out over plain HTTP in the office is not one. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const keyOf = (id: string): string => `zhiban-draft-${id}`

/** Puts words behind what is being written. */
export function addToDraft(id: string, text: string): void {
  const before = sessionStorage.getItem(keyOf(id)) ?? ''
  sessionStorage.setItem(keyOf(id), before.trim() === '' ? text : `${before}\n${text}`)
}

/** Words are kept until the desk has them: a draft survives the page, a send survives the line. */
export function Composer({ id }: { id: string }) {
  const key = keyOf(id)
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  const [state, setState] = useState<'idle' | 'sending' | 'retrying'>('idle')
  const { message } = App.useApp()
  const client = useQueryClient()

  const change = (next: string): void => {
    setText(next)
    sessionStorage.setItem(key, next)
  }
  const send = async (): Promise<void> => {
    const said = text.trim()
    if (said === '' || state !== 'idle') return
    setState('sending')
    const own = newId()
    for (let delay = 1000; ; delay = Math.min(delay * 2, 10_000)) {
      try {
        await good(
          api.conversations[':id'].messages.$post({ param: { id }, json: { id: own, text: said } }),
        )
        change('')
        break
      } catch (error) {
        if (error instanceof ApiError && error.status < 500) {
          void message.error(error.message)
          break
        }
        setState('retrying')
        await wait(delay)
      }
    }
    setState('idle')
    void client.invalidateQueries({ queryKey: ['conversation', id] })
  }
  return (
    <>
      <div className="compose">
        <Input.TextArea
          aria-label={words.write}
          placeholder={words.write}
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => change(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
          }}
        />
        <Button
          type="primary"
          onClick={send}
          loading={state !== 'idle'}
          disabled={text.trim() === ''}
        >
          {words.send}
        </Button>
      </div>
      <p className="soft" role="status">
        {state === 'retrying' ? words.notSent : ''}
      </p>
    </>
  )
}
