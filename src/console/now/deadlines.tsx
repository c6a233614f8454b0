import { useQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { api, good } from '../api.ts'
import { spanOf } from '../ledger/month.tsx'
import { useHandOver } from '../ledger/queries.ts'
import { Countdown } from '../notices/countdown.tsx'
import { type Notice, useFiling, useNotices, usePapers } from '../notices/queries.ts'
import { type Handed, SentForm } from '../notices/sent-form.tsx'
import { useStaff } from '../queries.ts'
import { useNames } from '../rota/use-asking.ts'
import { Sheet } from '../sheet.tsx'
import { deadlineWords as words } from '../words/deadlines.ts'

/** What is owed to others by when: notices (Art. 19), the ledger (Art. 28), applications (24 hours), Art. 25. */

/** Days a hand-over is seen before it is due, milliseconds. */
const AHEAD = 14 * 86_400_000

interface Line {
  key: string
  dueAt: string | null
  title: ReactNode
  why: string
  act: ReactNode
}

export function Deadlines() {
  const lines = [...useNoticeLines(), ...useHandOverLines(), ...usePaperLines()].sort((a, b) =>
    (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'),
  )
  const late = lines.some(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < Date.now())
  return (
    <section className={late ? 'alarm' : lines.length > 0 ? 'soon' : ''}>
      <h2>
        {words.title} <span>{lines.length}</span>
      </h2>
      {lines.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="lines">
        {lines.map(({ key, dueAt, title, why, act }) => (
          <li key={key}>
            <span className="whole">
              {title}
              <br />
              <small className="soft">{why}</small>
            </span>
            <Countdown dueAt={dueAt} />
            {act}
          </li>
        ))}
      </ul>
    </section>
  )
}

function useNoticeLines(): Line[] {
  const { data } = useNotices()
  return (data?.items ?? [])
    .filter(({ state, open }) => state === 'open' && open > 0)
    .map((notice) => ({
      key: notice.id,
      dueAt: notice.dueAt,
      title: (
        <Link href={`/notices/${notice.id}`}>{words.notice(notice.authority, notice.number)}</Link>
      ),
      why: notice.unnamed > 0 ? words.unnamed(notice.unnamed) : words.untold,
      act:
        notice.unnamed > 0 ? (
          <NameLawyer notice={notice} />
        ) : (
          <Link href={`/notices/${notice.id}`}>{words.letters}</Link>
        ),
    }))
}

/** Whoever has no lawyer yet gets this one; the letter to the authority is written with it. */
function NameLawyer({ notice }: { notice: Notice }) {
  const staff = useStaff()
  const { message } = App.useApp()
  const name = useFiling(
    (lawyer: string) =>
      good(
        api.notices[':id'].assign.$post({ param: { id: notice.id }, json: { lawyer, reason: '' } }),
      ),
    () => void message.success(words.named),
  )
  return (
    <Select
      aria-label={`${words.nameLawyer} ${notice.number}`}
      placeholder={words.nameLawyer}
      style={{ minWidth: 130 }}
      value={null}
      loading={name.isPending}
      onChange={(lawyer: string | null) => lawyer && name.mutate(lawyer)}
      options={(staff.data ?? [])
        .filter(({ role }) => role === 'lawyer')
        .map((one) => ({ value: one.id, label: one.name }))}
    />
  )
}

function useHandOverLines(): Line[] {
  const { data } = useHandOver()
  const make = useFiling(({ authority, month }: { authority: string; month: string }) =>
    good(api.ledger.batches.$post({ json: { authority, ...spanOf(month) } })),
  )
  return (data?.items ?? [])
    .filter(({ state, dueAt }) => state !== 'received' && Date.parse(dueAt) < Date.now() + AHEAD)
    .map((one) => ({
      key: `${one.authority} ${one.month}`,
      dueAt: one.dueAt,
      title: <Link href="/ledger">{words.handOver(one.authorityName, one.month)}</Link>,
      why: one.state === 'made' ? words.made : '',
      act:
        one.state === 'made' ? (
          <Link href="/ledger">{words.receipt}</Link>
        ) : (
          <Button loading={make.isPending} onClick={() => make.mutate(one)}>
            {words.make}
          </Button>
        ),
    }))
}

const usePleas = () =>
  useQuery({
    queryKey: ['dossier', 'pleas'],
    queryFn: async () => (await good(api['plea-notices'].$get({ query: {} }))).items,
  })

function usePaperLines(): Line[] {
  const papers = usePapers()
  const pleas = usePleas()
  const name = useNames()
  const applications = (papers.data ?? []).filter(
    ({ kind, state }) => kind === 'application' && state === 'open',
  )
  return [
    ...applications.map(({ id, lawyer, dueAt }) => ({
      key: id,
      dueAt,
      title: words.application(name(lawyer)),
      why: words.applicationWhy,
      act: <HandedOn id={id} />,
    })),
    ...(pleas.data ?? [])
      .filter(({ sent }) => sent === null)
      .map(({ id, lawyer, dueAt, conversation }) => ({
        key: id,
        dueAt,
        title: words.plea(name(lawyer)),
        why: words.pleaWhy,
        act: conversation ? <Link href={`/c/${conversation}`}>{words.see}</Link> : null,
      })),
  ]
}

function HandedOn({ id }: { id: string }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const sent = useFiling(
    (handed: Handed) => good(api.papers[':id'].sent.$post({ param: { id }, json: handed })),
    close,
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.handedOn}</Button>
      {open && (
        <Sheet title={words.handedOn} onClose={close}>
          <SentForm pending={sent.isPending} send={(handed) => sent.mutate(handed)} />
        </Sheet>
      )}
    </>
  )
}
