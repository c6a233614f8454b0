import { Button, Input, Modal, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { fromInput, toInput } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { pictureWords as picture } from '../words/rota-picture.ts'
import { useChange, type Window } from './queries.ts'
import { Times } from './times.tsx'
import { useAsking } from './use-asking.ts'

/** Somebody else for all or part of a stretch of duty, or nobody; or the whole shift cancelled. */
export function Cover({ item, onClose }: { item: Window; onClose: () => void }) {
  const staff = useStaff()
  const [by, setBy] = useState<string>()
  const [from, setFrom] = useState(toInput(item.from))
  const [to, setTo] = useState(toInput(item.to))
  const [reason, setReason] = useState('')
  const cover = useChange(
    () =>
      good(
        api.overrides.$post({
          json: {
            lawyer: item.lawyer,
            by: by ?? null,
            station: item.station,
            from: fromInput(from),
            to: fromInput(to),
            ...(reason ? { reason } : {}),
          },
        }),
      ),
    onClose,
  )
  const ask = useAsking(onClose)
  const proposal = (lawyer: string) => {
    const time = { from: fromInput(from), to: fromInput(to) }
    const { station, methods, tier } = item
    return { lawyer, station, methods, tier, ...time, instead: { lawyer: item.lawyer, ...time } }
  }
  const remove = useChange(
    () => good(api.shifts[':id'].$delete({ param: { id: item.shift } })),
    onClose,
  )
  const others = (staff.data ?? []).filter(
    ({ id, role }) => role === 'lawyer' && id !== item.lawyer,
  )
  return (
    <Modal open title={words.coverFor(item.lawyerName)} onCancel={onClose} footer={null}>
      <Field name={words.by}>
        {(id) => (
          <Select
            id={id}
            allowClear
            value={by}
            onChange={setBy}
            style={{ width: '100%' }}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Times from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <Field name={words.reason}>
        {(id) => <Input id={id} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      <div className="weeks">
        <Button
          type="primary"
          disabled={!by}
          loading={ask.isPending}
          onClick={() => by && ask.mutate(proposal(by))}
        >
          {picture.askFirst}
        </Button>
        <Button loading={cover.isPending} onClick={() => cover.mutate(undefined)}>
          {words.cover}
        </Button>
        <Popconfirm
          title={words.removeSure}
          okText={words.yes}
          cancelText={words.no}
          onConfirm={() => remove.mutate(undefined)}
        >
          <Button danger loading={remove.isPending}>
            {words.removeShift}
          </Button>
        </Popconfirm>
      </div>
    </Modal>
  )
}
