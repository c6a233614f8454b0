import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import type { Me } from '../shell.tsx'
import { dateTime } from '../time.ts'
import { words as base } from '../words/index.ts'
import { rotaWords as words } from '../words/rota.ts'
import { useChange, type Window } from './queries.ts'

interface Given {
  me: Me
  item: Window
  others: Window[]
  onClose: () => void
}

const keyOf = ({ shift, from }: Window): string => `${shift} ${from}`

/** A colleague to take this duty, and, if wished, one of theirs in return. */
export function AskSwap({ me, item, others, onClose }: Given) {
  const staff = useStaff()
  const [colleague, setColleague] = useState<string>()
  const [wanted, setWanted] = useState<string>()
  const theirs = others.filter(({ lawyer, mode }) => lawyer === colleague && mode !== 'appointment')
  const takes = theirs.find((one) => keyOf(one) === wanted)
  const ask = useChange(
    () =>
      good(
        api.swaps.$post({
          json: {
            with: colleague ?? '',
            gives: { from: item.from, to: item.to },
            takes: takes ? { from: takes.from, to: takes.to } : null,
          },
        }),
      ),
    onClose,
  )
  const lawyers = (staff.data ?? []).filter(({ id, role }) => role === 'lawyer' && id !== me.id)
  return (
    <Modal
      open
      title={`${words.swapThis}${base.colon}${dateTime(item.from)} – ${dateTime(item.to)}`}
      onCancel={onClose}
      footer={null}
    >
      <Field name={words.colleague}>
        {(id) => (
          <Select
            id={id}
            value={colleague}
            onChange={setColleague}
            style={{ width: '100%' }}
            options={lawyers.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Field name={words.inReturn}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={wanted}
            onChange={setWanted}
            style={{ width: '100%' }}
            options={theirs.map((one) => ({
              value: keyOf(one),
              label: `${dateTime(one.from)} – ${dateTime(one.to)}`,
            }))}
          />
        )}
      </Field>
      <Button
        type="primary"
        disabled={!colleague}
        loading={ask.isPending}
        onClick={() => ask.mutate(undefined)}
      >
        {words.ask}
      </Button>
    </Modal>
  )
}
