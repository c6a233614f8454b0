import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { recordWords as words } from '../words/record.ts'

type Name = keyof typeof words.periods

/** When a period of law ends; where a year is not published the answer says to look it up. */
export function PeriodEnd() {
  const [name, setName] = useState<Name>('appeal_judgment')
  const [from, setFrom] = useState('')
  const { data, error } = useQuery({
    queryKey: ['period', name, from],
    enabled: from !== '',
    queryFn: () => good(api.periods[':name'].$get({ param: { name }, query: { from } })),
  })
  return (
    <section>
      <h3>{words.period}</h3>
      <div className="pair">
        <Field name={words.periodKind}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={name}
              onChange={setName}
              options={Object.entries(words.periods).map(([value, label]) => ({
                value: value as Name,
                label,
              }))}
            />
          )}
        </Field>
        <Field name={words.periodFrom}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          )}
        </Field>
      </div>
      <p role="status" className={error ? '' : 'when'}>
        {error ? error.message : data ? words.periodEnds(data.last, data.article) : ' '}
      </p>
    </section>
  )
}
