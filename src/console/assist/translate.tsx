import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Space } from 'antd'
import { api, good } from '../api.ts'
import { assistWords as words } from '../words/assist.ts'
import { type Asked, useAsked } from './asked.tsx'
import { useAssist } from './queries.ts'

/** A translation beside its original, for a lawyer and a client who share no language. */
export function Translate({ id, asked, onText }: Asked) {
  const assist = useAssist()
  const question = useAsked(asked, words.translateHint)
  const turn = useMutation({
    mutationFn: (to: 'en' | 'zh-CN') => {
      const by: 'client' | 'lawyer' = question.value === asked ? 'client' : 'lawyer'
      const json = { text: question.words, to, by }
      return good(api.conversations[':id'].translate.$post({ param: { id }, json }))
    },
  })
  if (!assist.data?.purposes.includes('translate')) return null
  const found = turn.data
  const empty = question.words === ''
  return (
    <section className="assist">
      {question.field}
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
