import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { deskWords as words } from '../words/desk.ts'
import type { Settings } from './settings-screen.tsx'

/** Routing and booking: shown as they are, and changed where they stand. */
export function Rules({ settings }: { settings: Settings }) {
  return (
    <>
      <Group part="routing" title={words.routing} values={settings.routing} />
      <Group part="booking" title={words.booking} values={settings.booking} />
    </>
  )
}

type Value = number | boolean | number[]

const shown = (value: Value): string => (Array.isArray(value) ? value.join(', ') : String(value))

const read = (text: string, was: Value): Value => {
  if (typeof was === 'boolean') return text === 'true'
  if (!Array.isArray(was)) return Number(text)
  return text
    .split(/[,，\s]+/)
    .filter((part) => part !== '')
    .map(Number)
}

function Group({
  part,
  title,
  values,
}: {
  part: 'routing' | 'booking'
  title: string
  values: object
}) {
  const entries = Object.entries(values) as [string, Value][]
  const [typed, setTyped] = useState<Record<string, string>>({})
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: () => {
      const changed = entries.flatMap(([name, was]) => {
        const text = typed[name]
        return text === undefined ? [] : [[name, read(text, was)] as const]
      })
      return good(api.settings.$patch({ json: { [part]: Object.fromEntries(changed) } }))
    },
    onSuccess: (now) => {
      setTyped({})
      client.setQueryData(['settings'], now)
      void message.success(words.settingsSaved)
    },
    onError: (error) => void message.error(error.message),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{title}</h2>
      <div className="pair">
        {entries.map(([name, value]) =>
          typeof value === 'boolean' ? (
            <label key={name} className="check">
              <input
                type="checkbox"
                checked={(typed[name] ?? shown(value)) === 'true'}
                onChange={({ target }) => setTyped({ ...typed, [name]: String(target.checked) })}
              />{' '}
              {words.fields[name] ?? name}
            </label>
          ) : (
            <Field key={name} name={words.fields[name] ?? name}>
              {(id) => (
                <Input
                  id={id}
                  inputMode="numeric"
                  value={typed[name] ?? shown(value)}
                  onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
                />
              )}
            </Field>
          ),
        )}
      </div>
      <Button
        type="primary"
        htmlType="submit"
        disabled={Object.keys(typed).length === 0}
        loading={save.isPending}
      >
        {words.save}
      </Button>
    </form>
  )
}
