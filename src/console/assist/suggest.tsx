import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, good } from '../api.ts'
import { assistWords as words } from '../words/assist.ts'
import { words as common } from '../words/index.ts'
import { type Asked, useAsked } from './asked.tsx'

/** Passages of the explainer for what the client asked, found by rule; and a reply made of them, where there is a model. */
export function Suggest({ id, asked, onText }: Asked) {
  const question = useAsked(asked, words.suggestHint)
  const find = useMutation({
    mutationFn: () =>
      good(
        api.conversations[':id'].suggest.$post({ param: { id }, json: { text: question.words } }),
      ),
  })
  const { steps = [], reply } = find.data ?? {}
  return (
    <section className="assist">
      {question.field}
      <Button
        loading={find.isPending}
        disabled={question.words === ''}
        onClick={() => find.mutate()}
      >
        {words.suggest}
      </Button>
      <div aria-live="polite">
        {find.isError && <Alert type="error" title={common.failed} />}
        {reply && (
          <section className="generated" data-ai-generated="true">
            <h2>{words.reply}</h2>
            <p className="walked">{reply.text}</p>
            {reply.cites.length > 0 && <p className="soft">{reply.cites.join('；')}</p>}
            {reply.struck.length > 0 && (
              <p className="soft">{words.struck(reply.struck.join('；'))}</p>
            )}
            <p className="soft">{reply.label}</p>
            <Button onClick={() => onText(reply.text)}>{words.toComposer}</Button>
          </section>
        )}
        {find.data && steps.length === 0 && <p className="soft">{words.noSteps}</p>}
        {steps.map((step) => (
          <details key={step.at}>
            <summary>{step.title}</summary>
            <p className="walked">{step.text}</p>
            <p className="soft">{step.cites.join('；')}</p>
            {!step.reviewed && <p className="soft">{words.unreviewed}</p>}
            <Button onClick={() => onText(step.text)}>{words.toComposer}</Button>
          </details>
        ))}
      </div>
    </section>
  )
}
