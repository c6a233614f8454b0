import { Button, Modal, Skeleton } from 'antd'
import { clock, day } from '../time.ts'
import { appointmentWords as words } from '../words/appointments.ts'
import { type Slot, useSlots } from './queries.ts'

const FORTNIGHT = 14 * 86_400_000
/** More than anybody reads through. */
const MOST = 60

/** The times this client can have, day by day. */
export function ChooseTime({
  conversation,
  busy,
  onChoose,
  onClose,
}: {
  conversation: string
  busy: boolean
  onChoose: (slot: string) => void
  onClose: () => void
}) {
  const to = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + FORTNIGHT).toISOString()
  const slots = useSlots({ conversation, to })
  const days = new Map<string, Slot[]>()
  for (const slot of (slots.data ?? []).slice(0, MOST)) {
    const name = day(slot.from)
    days.set(name, [...(days.get(name) ?? []), slot])
  }
  return (
    <Modal open title={words.chooseTime} footer={null} onCancel={onClose}>
      {slots.isPending && <Skeleton active />}
      {slots.data?.length === 0 && <p>{words.noTimes}</p>}
      {[...days].map(([name, free]) => (
        <section key={name}>
          <h3>{name}</h3>
          <div className="times">
            {free.map((slot) => (
              <Button key={slot.id} disabled={busy} onClick={() => onChoose(slot.id)}>
                {clock(slot.from)} {slot.lawyerName}
              </Button>
            ))}
          </div>
        </section>
      ))}
    </Modal>
  )
}
