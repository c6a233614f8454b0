import { Button } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { appointmentWords as words } from '../words/appointments.ts'
import { ChooseTime } from './choose-time.tsx'
import { useAsk } from './queries.ts'

/** A coordinator books for anyone; the client is told over their own channel. */
export function BookFor({ id }: { id: string }) {
  const [open, setOpen] = useState(false)
  const book = useAsk(
    (slot: string) => good(api.appointments.$post({ json: { conversation: id, slot } })),
    words.bookedFor,
    () => setOpen(false),
  )
  return (
    <>
      <p>
        <Button onClick={() => setOpen(true)}>{words.bookFor}</Button>
      </p>
      {open && (
        <ChooseTime
          conversation={id}
          busy={book.isPending}
          onChoose={(slot) => book.mutate(slot)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
