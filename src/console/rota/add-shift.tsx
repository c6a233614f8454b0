import { Button, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { fromInput, toInput, weekDay } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { useChange, useRota } from './queries.ts'
import { Times } from './times.tsx'

type Method = 'phone' | 'online' | 'onsite'

/** A shift for one day; weekly shifts and rotations come by the desk file or the API. */
export function AddShift() {
  const staff = useStaff()
  const { data } = useRota(weekDay(0), weekDay(7))
  const [lawyer, setLawyer] = useState<string>()
  const [station, setStation] = useState<string>()
  const [methods, setMethods] = useState<Method[]>(['phone', 'online'])
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const here = station ?? data?.stations[0]?.id
  const add = useChange(() =>
    good(
      api.shifts.$post({
        json: {
          lawyer: lawyer ?? '',
          station: here ?? '',
          methods,
          tier: 'primary',
          mode: 'fixed',
          from: toInput(fromInput(from)),
          to: toInput(fromInput(to)),
        },
      }),
    ),
  )
  const pick = <T extends string>(
    label: string,
    value: T | T[] | undefined,
    change: (value: never) => void,
    options: { value: string; label: string }[],
    multiple = false,
  ) => (
    <Field name={label}>
      {(id) => (
        <Select
          id={id}
          value={value as never}
          onChange={change as never}
          options={options}
          style={{ width: '100%' }}
          {...(multiple ? { mode: 'multiple' as const } : {})}
        />
      )}
    </Field>
  )
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  const named = (list: { id: string; name: string }[]) =>
    list.map((one) => ({ value: one.id, label: one.name }))
  return (
    <section>
      <h2>{words.addShift}</h2>
      <div className="pair">
        {pick(words.lawyer, lawyer, setLawyer, named(lawyers))}
        {pick(words.station, here, setStation, named(data?.stations ?? []))}
      </div>
      {pick(
        words.method,
        methods,
        setMethods,
        Object.entries(words.methods).map(([value, label]) => ({ value, label })),
        true,
      )}
      <Times from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <Button
        type="primary"
        disabled={!lawyer || !from || !to}
        loading={add.isPending}
        onClick={() => add.mutate(undefined)}
      >
        {words.add}
      </Button>
    </section>
  )
}
