import { AutoComplete, Button, Input } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { noticeWords as words } from '../words/notices.ts'

export interface Handed {
  method: string
  to: string
  proof: string
}

/** How something was handed over, and the proof of it. */
export function SentForm({ send, pending }: { send: (handed: Handed) => void; pending: boolean }) {
  const [handed, setHanded] = useState<Handed>({ method: '', to: '', proof: '' })
  const set = (patch: Partial<Handed>) => setHanded((now) => ({ ...now, ...patch }))
  return (
    <div className="sent-form">
      <div className="pair">
        <Field name={words.method}>
          {(id) => (
            <AutoComplete
              id={id}
              style={{ width: '100%' }}
              value={handed.method}
              options={words.methods.map((value) => ({ value }))}
              onChange={(method: string) => set({ method })}
            />
          )}
        </Field>
        <Field name={words.to}>
          {(id) => (
            <Input id={id} value={handed.to} onChange={({ target }) => set({ to: target.value })} />
          )}
        </Field>
        <Field name={words.proof}>
          {(id) => (
            <Input
              id={id}
              value={handed.proof}
              onChange={({ target }) => set({ proof: target.value })}
            />
          )}
        </Field>
      </div>
      <Button disabled={handed.method.trim() === ''} loading={pending} onClick={() => send(handed)}>
        {words.markSent}
      </Button>
    </div>
  )
}
