import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { dateTime, fromInput, toInput } from '../time.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useChange } from './queries.ts'
import type { Hole } from './span.ts'
import { Times } from './times.tsx'
import { useAsking } from './use-asking.ts'

/** Who is to fill a gap, or a part of it: the same as dragging a name there, by key or finger. */
export function FillGap({ hole, onClose }: { hole: Hole; onClose: () => void }) {
  const staff = useStaff()
  const [lawyer, setLawyer] = useState<string>()
  const [from, setFrom] = useState(toInput(hole.from))
  const [to, setTo] = useState(toInput(hole.to))
  const { station, methods } = hole
  const ask = useAsking(onClose)
  const put = useChange(
    (who: string) =>
      good(
        api.shifts.$post({
          json: { lawyer: who, station, methods, tier: 'primary', mode: 'fixed', from, to },
        }),
      ),
    onClose,
  )
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  const time = `${dateTime(hole.from)} – ${dateTime(hole.to)}`
  return (
    <Modal open title={words.fill(time)} onCancel={onClose} footer={null}>
      <p className="soft">{hole.stationName}</p>
      <Field name={words.who1}>
        {(id) => (
          <Select
            id={id}
            value={lawyer}
            onChange={setLawyer}
            style={{ width: '100%' }}
            options={lawyers.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
      </Field>
      <Times from={from} to={to} onFrom={setFrom} onTo={setTo} />
      <div className="weeks">
        <Button
          type="primary"
          disabled={!lawyer}
          loading={ask.isPending}
          onClick={() =>
            lawyer &&
            ask.mutate({ lawyer, station, methods, from: fromInput(from), to: fromInput(to) })
          }
        >
          {words.askFirst}
        </Button>
        <Button
          disabled={!lawyer}
          loading={put.isPending}
          onClick={() => lawyer && put.mutate(lawyer)}
        >
          {words.putDown}
        </Button>
      </div>
    </Modal>
  )
}
