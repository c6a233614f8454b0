import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { ApiError, api, good } from '../api.ts'
import { onNews } from '../news.ts'
import { useOffers, useStaff } from '../queries.ts'
import { useSeconds } from '../time.ts'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'
import { useAlarm } from './alarm.ts'

/** An offer takes over the screen, and is gone, with the reason, the moment it is no longer there to take. */
export function Offers() {
  const offers = useOffers()
  const first = offers.data?.[0]
  const [gone, setGone] = useState<string | null>(null)
  useAlarm(first !== undefined)
  useEffect(() => {
    if (first) setGone(null)
  }, [first])
  const shown = useRef<string | null>(null)
  const name = useNames()
  useEffect(
    () =>
      onNews((news) => {
        if (news.type !== 'withdrawn' || news.offer !== shown.current) return
        setGone(news.takenBy ? words.takenBy(name(news.takenBy)) : words.gone)
      }),
    [name],
  )
  shown.current = first?.id ?? shown.current
  if (first) return <Offer key={first.id} offer={first} onLost={setGone} />
  return gone === null ? null : <Gone why={gone} onRead={() => setGone(null)} />
}

function useNames(): (id: string) => string {
  const staff = useStaff()
  const known = useRef(staff.data)
  known.current = staff.data
  const name = useRef((id: string) => known.current?.find((one) => one.id === id)?.name ?? id)
  return name.current
}

type OfferView = NonNullable<ReturnType<typeof useOffers>['data']>[number]
type Reason = 'busy' | 'conflict' | 'other'

function Takeover({ children, label }: { children: React.ReactNode; label: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      className="takeover"
      aria-label={label}
      ref={dialog}
      onCancel={(event) => event.preventDefault()}
    >
      <div className="offer">{children}</div>
    </dialog>
  )
}

function Gone({ why, onRead }: { why: string; onRead: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onRead, 6000)
    return () => clearTimeout(timer)
  }, [onRead])
  return (
    <Takeover label={why}>
      <h2 role="alert">{why}</h2>
      <dl />
      <button type="button" className="big-key" onClick={onRead}>
        {words.understood}
      </button>
    </Takeover>
  )
}

function Offer({ offer, onLost }: { offer: OfferView; onLost: (why: string) => void }) {
  const [passing, setPassing] = useState(false)
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const settled = () => client.invalidateQueries({ queryKey: ['offers'] })
  // Answered is off the screen at once, also where the list cannot be fetched just then.
  const answered = () =>
    client.setQueryData<OfferView[]>(['offers'], (known) =>
      known?.filter(({ id }) => id !== offer.id),
    )
  const lost = (error: Error) => onLost(error instanceof ApiError ? error.message : base.failed)
  const take = useMutation({
    mutationFn: () => good(api.offers[':id'].accept.$post({ param: { id: offer.id } })),
    onSuccess: () => {
      answered()
      navigate(`/c/${offer.conversation}`)
    },
    onError: lost,
    onSettled: settled,
  })
  const pass = useMutation({
    mutationFn: (reason: Reason) =>
      good(api.offers[':id'].decline.$post({ param: { id: offer.id }, json: { reason } })),
    onSuccess: answered,
    onError: lost,
    onSettled: settled,
  })
  const busy = take.isPending || pass.isPending
  return (
    <Takeover label={words.offerTitle}>
      <h2>{words.offerTitle}</h2>
      <Facts offer={offer} />
      {passing ? (
        <>
          <p>{base.passWhy}</p>
          {(['busy', 'conflict', 'other'] as const).map((reason) => (
            <button
              key={reason}
              type="button"
              className="big-key"
              disabled={busy}
              onClick={() => pass.mutate(reason)}
            >
              {base.reasons[reason]}
            </button>
          ))}
          <button type="button" className="big-key" onClick={() => setPassing(false)}>
            {base.back}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className="big-key first"
            disabled={busy}
            onClick={() => take.mutate()}
          >
            {base.take}
          </button>
          <button
            type="button"
            className="big-key"
            disabled={busy}
            onClick={() => setPassing(true)}
          >
            {base.pass}
          </button>
        </>
      )}
    </Takeover>
  )
}

function Facts({ offer }: { offer: OfferView }) {
  const waited = useSeconds(offer.waitingSince)
  const sofar = useSeconds(offer.offeredAt)
  const whole = (Date.parse(offer.expiresAt) - Date.parse(offer.offeredAt)) / 1000
  return (
    <dl>
      <dd className="big">
        {base.channels[offer.channel]}
        {offer.urgent && <span className="danger"> · {words.urgent}</span>}
      </dd>
      <dt>{base.time}</dt>
      <dd>{base.waited(Math.floor(waited / 60), waited % 60)}</dd>
      <dt>{base.language}</dt>
      <dd>{base.languages[offer.language] ?? offer.language}</dd>
      <dt>{base.station}</dt>
      <dd>{offer.station ?? words.anyStation}</dd>
      <dd className="big soft">{words.left(Math.max(0, Math.ceil(whole - sofar)))}</dd>
      {offer.kind === 'phone' && <dd className="big soft">{base.answerByPhone}</dd>}
    </dl>
  )
}
