import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input, Space } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { assistWords as words } from '../words/assist.ts'
import { useAssist } from './queries.ts'

/** A translation beside its original, for a lawyer and a client who share no language. */
export function Translate({
  id,
  asked,
  onText,
}: {
  id: string
  /** What the client wrote last. */
  asked: string
  onText: (text: string) => void
}) {
  const assist = useAssist()
  const [text, setText] = useState<string>()
  const source = text ?? asked
  const turn = useMutation({
    mutationFn: (to: 'en' | 'zh-CN') => {
      const by: 'client' | 'lawyer' = source === asked ? 'client' : 'lawyer'
      const json = { text: source.trim(), to, by }
      return good(api.conversations[':id'].translate.$post({ param: { id }, json }))
    },
  })
  if (!assist.data?.purposes.includes('translate')) return null
  const found = turn.data
  const empty = source.trim() === ''
  return (
    <section className="assist">
      <Field name={words.translateHint}>
        {(field) => (
          <Input.TextArea
            id={field}
            value={source}
            maxLength={4000}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Space wrap>
        <Button loading={turn.isPending} disabled={empty} onClick={() => turn.mutate('en')}>
          {words.toEn}
        </Button>
        <Button loading={turn.isPending} disabled={empty} onClick={() => turn.mutate('zh-CN')}>
          {words.toZh}
        </Button>
      </Space>
      <div aria-live="polite">
        {turn.isError && <Alert type="info" showIcon title={turn.error.message} />}
        {found && (
          <section className="generated" data-ai-generated="true">
            <h2>{words.original}</h2>
            <p className="walked">{found.original}</p>
            <p className="walked" lang={found.to}>
              {found.text}
            </p>
            <p className="soft">{found.label}</p>
            <Button onClick={() => onText([found.original, words.mtMark, found.text].join('\n'))}>
              {words.both}
            </Button>
          </section>
        )}
      </div>
    </section>
  )
}
