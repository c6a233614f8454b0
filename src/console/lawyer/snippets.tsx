import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Sheet } from '../sheet.tsx'
import { lawyerWords as words } from '../words/lawyer.ts'

export const useSnippets = (language: string) =>
  useQuery({
    queryKey: ['snippets', language],
    queryFn: async () =>
      (await good(api.snippets.$get({ query: { language: language === 'en' ? 'en' : 'zh-CN' } })))
        .items,
    staleTime: Number.POSITIVE_INFINITY,
  })

export type Snippet = NonNullable<ReturnType<typeof useSnippets>['data']>[number]

/** As it is sent: the words, and under them what they rest on. */
export const paragraphOf = ({ text, cites }: Pick<Snippet, 'text' | 'cites'>): string =>
  cites.length > 0 ? `${text}\n（${cites.join('；')}）` : text

/** Paragraphs of the flows, in the client's language, with their articles: one tap sends one. */
export function Snippets(props: {
  language: string
  onClose: () => void
  onSend: (paragraph: string) => void
  onInsert: (paragraph: string) => void
}) {
  const [sought, setSought] = useState('')
  const { data, isPending } = useSnippets(props.language)
  const found = (data ?? []).filter((one) =>
    `${one.flow}${one.title}${one.text}`.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  return (
    <Sheet title={words.snippets} onClose={props.onClose}>
      <Input
        aria-label={words.snippetSearch}
        placeholder={words.snippetSearch}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      {isPending && <Skeleton active />}
      {data && found.length === 0 && <p className="soft">{words.snippetNone}</p>}
      {found.map((one) => (
        <article key={one.id}>
          <h3>{one.title}</h3>
          <p className="soft">
            {one.flow}
            {one.reviewed ? '' : ` · ${words.notReviewed}`}
          </p>
          <p>{one.text}</p>
          {one.cites.length > 0 && <p className="soft">{one.cites.join('；')}</p>}
          <div className="tools">
            <Button
              type="primary"
              aria-label={`${words.snippetSend} ${one.title}`}
              onClick={() => props.onSend(paragraphOf(one))}
            >
              {words.snippetSend}
            </Button>
            <Button
              aria-label={`${words.snippetInsert} ${one.title}`}
              onClick={() => props.onInsert(paragraphOf(one))}
            >
              {words.snippetInsert}
            </Button>
          </div>
        </article>
      ))}
    </Sheet>
  )
}
