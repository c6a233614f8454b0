import { Alert, Button } from 'antd'
import { api, good } from '../api.ts'
import { day } from '../time.ts'
import { appointmentWords as words } from '../words/appointments.ts'
import { AppointmentLine } from './line.tsx'
import { type Appointment, useAsk } from './queries.ts'

/** What a coordinator is to look at, until they say that they have. */
export function Alerts({ items }: { items: Appointment[] }) {
  const settle = useAsk(
    (id: string) =>
      good(api.appointments[':id'].$patch({ param: { id }, json: { settled: true } })),
    words.seen,
  )
  if (items.length === 0) return null
  return (
    <section aria-label={words.alerts}>
      {items.map((one) => (
        <Alert
          key={one.id}
          type={one.alert === 'client_absent' ? 'warning' : 'error'}
          showIcon
          style={{ marginBottom: 8 }}
          title={words.alert[one.alert ?? '']}
          description={<AppointmentLine one={one} withDate={day(one.from)} />}
          action={<Button onClick={() => settle.mutate(one.id)}>{words.seen}</Button>}
        />
      ))}
    </section>
  )
}
