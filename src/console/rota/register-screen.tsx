import { Button, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Refused } from '../unloaded.tsx'
import { rotaWords as words } from '../words/rota.ts'
import { AddLawyer } from './add-lawyer.tsx'
import { EditLawyer } from './edit-lawyer.tsx'
import { History } from './history.tsx'
import { type Lawyer, useLawyers } from './queries.ts'

const colours: Record<string, string> = { active: 'default', suspended: 'red', exited: 'default' }

/** 名册: who may serve, and why not. */
export function RegisterScreen() {
  const lawyers = useLawyers()
  const [open, setOpen] = useState<string | null>(null)
  if (lawyers.isPending) return <Skeleton active />
  if (!lawyers.data) return <Refused error={lawyers.error} />
  return (
    <>
      <h1>{words.register}</h1>
      <ul className="register">
        {lawyers.data?.map((lawyer) => (
          <li key={lawyer.id}>
            <Entry lawyer={lawyer} />
            <Button
              size="small"
              aria-expanded={open === lawyer.id}
              onClick={() => setOpen(open === lawyer.id ? null : lawyer.id)}
            >
              {`${words.edit} ${lawyer.name}`}
            </Button>
            {open === lawyer.id && (
              <div className="whole">
                <EditLawyer key={lawyer.id} lawyer={lawyer} />
                <History id={lawyer.id} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <AddLawyer />
    </>
  )
}

const Entry = ({ lawyer }: { lawyer: Lawyer }) => (
  <div className="grow">
    <b>{lawyer.name}</b>{' '}
    <Tag color={colours[lawyer.status] ?? 'orange'}>{words.statuses[lawyer.status]}</Tag>
    {lawyer.trained === null && <Tag color="orange">{words.why.not_trained}</Tag>}
    <div className="soft">
      {[
        lawyer.firm,
        lawyer.licence,
        lawyer.languages.join(' '),
        ...lawyer.dialects,
        ...lawyer.areas,
      ].join(' · ')}
    </div>
  </div>
)
