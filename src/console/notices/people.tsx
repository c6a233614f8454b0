import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { words as common } from '../words/index.ts'
import { noticeWords as words } from '../words/notices.ts'
import { type Person, type RowFault, readPeople, type Stage } from './upload.ts'

const SHOWN = 20

export const stageOptions = Object.entries(common.stages).map(([value, label]) => ({
  value: value as Stage,
  label,
}))

/** The people of a notice: typed one by one, or from a table that is checked whole before it counts. */
export function People({ people, change }: { people: Person[]; change: (to: Person[]) => void }) {
  const [faults, setFaults] = useState<RowFault[]>([])
  const [read, setRead] = useState(0)
  const [failed, setFailed] = useState('')
  const set = (index: number, patch: Partial<Person>) =>
    change(people.map((one, at) => (at === index ? { ...one, ...patch } : one)))
  const stage = people[0]?.stage ?? 'investigation'
  const take = async (file: File | undefined) => {
    if (!file) return
    setFailed('')
    setRead(0)
    try {
      const found = await readPeople(file, stage)
      setFaults(found.faults)
      if (found.faults.length > 0) return
      setRead(found.people.length)
      change(found.people)
    } catch (error) {
      setFailed(error instanceof Error ? error.message : common.failed)
    }
  }
  return (
    <section>
      <h2>{words.who}</h2>
      <Field name={words.upload}>
        {(id) => (
          <>
            <input
              id={id}
              type="file"
              accept=".xlsx,.csv"
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => void take(target.files?.[0])}
            />
            <p id={`${id}-hint`} className="soft">
              {words.uploadHint}
            </p>
          </>
        )}
      </Field>
      {failed && <Alert type="error" title={failed} />}
      {faults.length > 0 && (
        <Alert
          type="error"
          title={words.broken}
          description={
            <ul>
              {faults.slice(0, SHOWN).map(({ row, column, why }) => (
                <li key={`${row} ${column} ${why}`}>
                  {words.row(row, column, words.why[why] ?? why)}
                </li>
              ))}
              {faults.length > SHOWN && <li>{words.and(faults.length - SHOWN)}</li>}
            </ul>
          }
        />
      )}
      {read > 0 && <Alert type="success" title={words.read(read)} />}
      {people.slice(0, SHOWN).map((person, index) => (
        <div className="pair person" key={String(index)}>
          <Input
            aria-label={`${words.name} ${index + 1}`}
            placeholder={words.name}
            value={person.name}
            onChange={({ target }) => set(index, { name: target.value })}
          />
          <Input
            aria-label={`${words.charge} ${index + 1}`}
            placeholder={words.charge}
            value={person.charge}
            onChange={({ target }) => set(index, { charge: target.value })}
          />
          <Select
            aria-label={`${words.stage} ${index + 1}`}
            value={person.stage}
            options={stageOptions}
            onChange={(to) => set(index, { stage: to })}
          />
          {people.length > 1 && (
            <Button onClick={() => change(people.filter((_, at) => at !== index))}>
              {words.remove}
            </Button>
          )}
        </div>
      ))}
      {people.length > SHOWN && <p className="soft">{words.and(people.length - SHOWN)}</p>}
      <Button onClick={() => change([...people, { name: '', charge: '', stage }])}>
        {words.addPerson}
      </Button>
    </section>
  )
}
