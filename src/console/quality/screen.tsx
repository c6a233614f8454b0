import { Button, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { Field } from '../field.tsx'
import { Month, Take, thisMonth, useMonth } from '../ledger/month.tsx'
import { useSample } from '../ledger/queries.ts'
import { useStaff } from '../queries.ts'
import { dateTime } from '../time.ts'
import { Refused } from '../unloaded.tsx'
import { ledgerWords as words } from '../words/ledger.ts'
import { Complaints } from './complaints.tsx'
import { FollowUp } from './follow-up.tsx'
import { ScoreCard } from './score-card.tsx'

/** A sample of the month to look at, complaints, and each lawyer's year. */
export function QualityScreen() {
  const [month, setMonth] = useMonth()
  const [share, setShare] = useState('5')
  const [open, setOpen] = useState<string>()
  const sample = useSample(month, /^\d+$/.test(share) && Number(share) > 0 ? share : '5')
  const staff = useStaff()
  const year = Number(thisMonth().slice(0, 4))
  return (
    <>
      <h1>{words.quality}</h1>
      <div className="pair">
        <Month month={month} change={setMonth} />
        <Field name={words.share}>
          {(id) => (
            <Input
              id={id}
              inputMode="numeric"
              value={share}
              onChange={({ target }) => setShare(target.value)}
            />
          )}
        </Field>
      </div>
      <h2>{words.sample}</h2>
      {sample.isPending && <Skeleton active />}
      <Refused error={sample.error} />
      {sample.data?.items.length === 0 && <p className="soft">{words.noSample}</p>}
      <ul className="register">
        {sample.data?.items.map((one) => (
          <li key={one.line}>
            <span className="grow">
              <b>{one.lawyerName}</b> <span className="soft">{dateTime(one.closedAt)}</span>
            </span>
            {one.band && (
              <Tag color={one.band === 'fail' ? 'red' : 'default'}>
                {one.score} {words.bands[one.band]}
              </Tag>
            )}
            {one.followedUp && <Tag>{words.called}</Tag>}
            <Button
              aria-expanded={open === one.line}
              onClick={() => setOpen(open === one.line ? undefined : one.line)}
            >
              {words.score}
            </Button>
            {open === one.line && (
              <div className="whole">
                <ScoreCard line={one.line} heads={sample.data.heads} />
                <FollowUp line={one.line} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Complaints />
      <h2>{words.yearly}</h2>
      {(staff.data ?? [])
        .filter(({ role }) => role === 'lawyer')
        .map(({ id, name }) => (
          <p key={id}>
            {words.openYear(name, year)}{' '}
            <Take path={`/api/quality/lawyers/${id}`} query={{ year: String(year) }} />
          </p>
        ))}
    </>
  )
}
