import { useState } from 'react'
import { api, good } from '../api.ts'
import { ChooseTime } from '../appointments/choose-time.tsx'
import { useAsk } from '../appointments/queries.ts'
import type { Detail, Me } from '../queries.ts'
import { useSeconds } from '../time.ts'
import { appointmentWords } from '../words/appointments.ts'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'
import { Hand } from './more.tsx'
import { Refer } from './refer.tsx'

/** A call: how long it lasts, what is to be said first, and what a thumb does while the other hand holds the phone. */
export function Call({ detail, me }: { detail: Detail; me: Me }) {
  const running = useSeconds(detail.takenAt)
  if (detail.state !== 'active') return <p>{words.callOver}</p>
  return (
    <>
      <section className="call" aria-label={words.onCall}>
        <output aria-label={words.time}>
          {lawyerWords.timer(Math.floor(running / 60), running % 60)}
        </output>
        <Keys detail={detail} me={me} />
      </section>
      <p>{lawyerWords.script(me.desk, me.name)}</p>
    </>
  )
}

/** To a part of this page, for the eye and for the keyboard. */
function go(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'start' })
  place?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
}

function Keys({ detail, me }: { detail: Detail; me: Me }) {
  const [open, setOpen] = useState<'book' | 'refer' | 'hand' | null>(null)
  const close = () => setOpen(null)
  const book = useAsk(
    (slot: string) => good(api.appointments.$post({ json: { conversation: detail.id, slot } })),
    appointmentWords.bookedFor,
    close,
  )
  const keys: [string, () => void][] = [
    [lawyerWords.toRecord, () => go('record')],
    [lawyerWords.toChecks, () => go('checks')],
    [lawyerWords.book, () => setOpen('book')],
    [lawyerWords.refer, () => setOpen('refer')],
    [lawyerWords.hand, () => setOpen('hand')],
  ]
  return (
    <fieldset className="keys">
      <legend className="unseen">{lawyerWords.callKeys}</legend>
      {keys.map(([name, act]) => (
        <button key={name} type="button" className="big-key" onClick={act}>
          {name}
        </button>
      ))}
      {open === 'hand' && <Hand detail={detail} me={me} onClose={close} />}
      {open === 'refer' && <Refer detail={detail} onClose={close} />}
      {open === 'book' && (
        <ChooseTime
          conversation={detail.id}
          busy={book.isPending}
          onChoose={(slot) => book.mutate(slot)}
          onClose={close}
        />
      )}
    </fieldset>
  )
}
