import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { noticeWords as words } from '../words/notices.ts'
import { type NoticeDetail, useFiling } from './queries.ts'

/** Names a lawyer for whoever has none, or for those chosen; the reply letter is written with it. */
export function Assign({ notice }: { notice: NoticeDetail }) {
  const staff = useStaff()
  const [lawyer, setLawyer] = useState<string>()
  const [tasks, setTasks] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const able = notice.tasks.filter(({ state }) => state === 'open' || state === 'assigned')
  const again = able.some(({ id, state }) => state === 'assigned' && tasks.includes(id))
  const assign = useFiling(
    () =>
      good(
        api.notices[':id'].assign.$post({
          param: { id: notice.id },
          json: { lawyer: lawyer ?? '', reason, ...(tasks.length > 0 ? { tasks } : {}) },
        }),
      ),
    () => {
      setTasks([])
      setReason('')
    },
  )
  if (able.length === 0) return null
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  const anyOpen = able.some(({ state }) => state === 'open')
  return (
    <section>
      <h2>{words.assign}</h2>
      <div className="pair">
        <Field name={words.lawyer}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={lawyer}
              onChange={setLawyer}
              options={lawyers.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
        <Field name={words.who}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              maxTagCount={3}
              style={{ width: '100%' }}
              placeholder={words.assignAll}
              value={tasks}
              onChange={setTasks}
              options={able.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      </div>
      {again && (
        <Field name={words.reason}>
          {(id) => (
            <Input id={id} value={reason} onChange={({ target }) => setReason(target.value)} />
          )}
        </Field>
      )}
      <Button
        type="primary"
        disabled={!lawyer || (tasks.length === 0 && !anyOpen) || (again && !reason.trim())}
        loading={assign.isPending}
        onClick={() => assign.mutate(undefined)}
      >
        {words.assign}
      </Button>
    </section>
  )
}
