import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useAuthorities, useFiling } from '../notices/queries.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { useLayout } from './queries.ts'

type Form = NonNullable<ReturnType<typeof useLayout>['data']>
type Column = Form['columns'][number]

/** The columns an authority agreed to, in its own words: one a line, 键=名. */
export function LayoutForm() {
  const authorities = useAuthorities()
  const [authority, setAuthority] = useState<string>()
  const [edited, setEdited] = useState<{ title: string; columns: string } | null>(null)
  const layout = useLayout(authority)
  const shown = edited ?? {
    title: layout.data?.title ?? '',
    columns: (layout.data?.columns ?? []).map(({ key, title }) => `${key}=${title}`).join('\n'),
  }
  const bureau = authorities.data?.find(({ id }) => id === authority)?.kind === 'judicial_bureau'
  const save = useFiling(
    () =>
      good(
        api.ledger.layouts[':id'].$put({
          param: { id: authority ?? '' },
          json: {
            view: bureau ? 'internal' : 'transfer',
            title: shown.title,
            columns: columnsOf(shown.columns),
          },
        }),
      ),
    () => setEdited(null),
  )
  return (
    <section>
      <h2>{words.agree}</h2>
      <div className="pair">
        <Field name={words.authority}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={authority}
              onChange={(to: string) => {
                setAuthority(to)
                setEdited(null)
              }}
              options={(authorities.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
        {layout.data && (
          <Field name={words.tableTitle}>
            {(id) => (
              <Input
                id={id}
                value={shown.title}
                onChange={({ target }) => setEdited({ ...shown, title: target.value })}
              />
            )}
          </Field>
        )}
      </div>
      {layout.data && (
        <>
          <Field name={words.columns}>
            {(id) => (
              <Input.TextArea
                id={id}
                autoSize={{ minRows: 4, maxRows: 20 }}
                value={shown.columns}
                onChange={({ target }) => setEdited({ ...shown, columns: target.value })}
              />
            )}
          </Field>
          <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
            {words.save}
          </Button>
        </>
      )}
    </section>
  )
}

const columnsOf = (text: string): Column[] =>
  text
    .split('\n')
    .map((line) => line.split('='))
    .filter(([key]) => key?.trim())
    .map(([key = '', ...title]) => ({
      key: key.trim() as Column['key'],
      title: title.join('=').trim() || key.trim(),
    }))
