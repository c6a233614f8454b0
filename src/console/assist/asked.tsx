import { Input } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'

export interface Asked {
  id: string
  /** What the client wrote last. */
  asked: string
  onText: (text: string) => void
}

/** What the client wrote last, until the lawyer puts something else in its place; and the field to do it in. */
export function useAsked(asked: string, hint: string) {
  const [text, setText] = useState<string>()
  const value = text ?? asked
  const field = (
    <Field name={hint}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={value}
          maxLength={4000}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Field>
  )
  return { value, words: value.trim(), field }
}
