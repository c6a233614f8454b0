import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { rotaWords as words } from '../words/rota.ts'
import { useChange } from './queries.ts'

const blank = { id: '', name: '', licence: '', firm: '' }

/** A new entry begins as a candidate; training and status come after (Art. 31). */
export function AddLawyer() {
  const [given, setGiven] = useState(blank)
  const add = useChange(
    () => good(api.lawyers.$post({ json: given })),
    () => setGiven(blank),
  )
  const labels = { id: words.id, name: words.name, licence: words.licence, firm: words.firm }
  return (
    <section>
      <h2>{words.addLawyer}</h2>
      <div className="pair">
        {Object.entries(labels).map(([key, label]) => (
          <Field key={key} name={label}>
            {(id) => (
              <Input
                id={id}
                value={given[key as keyof typeof blank]}
                onChange={(e) => setGiven({ ...given, [key]: e.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button
        type="primary"
        loading={add.isPending}
        disabled={Object.values(given).some((text) => !text.trim())}
        onClick={() => add.mutate(undefined)}
      >
        {words.add}
      </Button>
    </section>
  )
}
