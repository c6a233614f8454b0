import { Link } from 'wouter'
import { AppointmentLine } from '../appointments/line.tsx'
import { useAppointments } from '../appointments/queries.ts'
import type { Me } from '../queries.ts'
import { DutyAnswers } from '../rota/duty-answers.tsx'
import { useRota } from '../rota/queries.ts'
import { SwapAnswers } from '../rota/swap-answers.tsx'
import { clock, clockEnd, day, weekDay } from '../time.ts'
import { appointmentWords } from '../words/appointments.ts'
import { words as base } from '../words/index.ts'
import { lawyerWords as words } from '../words/lawyer.ts'

/** What comes: duties and swaps that wait for my answer, my next shift, my appointments. */
export function Ahead({ me, name }: { me: Me; name: (id: string) => string }) {
  return (
    <section aria-label={words.ahead} className="ahead">
      <h2>{words.ahead}</h2>
      <DutyAnswers />
      <SwapAnswers me={me} name={name} />
      <NextShift me={me} />
      <Booked />
    </section>
  )
}

function NextShift({ me }: { me: Me }) {
  const rota = useRota(weekDay(0), weekDay(15))
  if (!rota.data) return null
  const now = Date.now()
  const next = rota.data.items
    .filter(
      ({ lawyer, from, mode }) =>
        lawyer === me.id && Date.parse(from) > now && mode !== 'appointment',
    )
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]
  return (
    <p>
      <Link href="/shifts">
        {next
          ? words.nextShift(
              day(next.from),
              clock(next.from),
              clockEnd(next.to),
              next.methods.map((method) => base.methods[method] ?? method).join(base.and),
            )
          : words.noNext}
      </Link>
    </p>
  )
}

const SHOWN = 3

function Booked() {
  const { data } = useAppointments(weekDay(0), weekDay(15))
  if (!data) return null
  const now = Date.now()
  const mine = data
    .filter(({ state, to }) => (state === 'booked' || state === 'begun') && Date.parse(to) > now)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (mine.length === 0) return <p className="soft">{words.noBooked}</p>
  return (
    <>
      {mine.slice(0, SHOWN).map((one) => (
        <AppointmentLine key={one.id} one={one} withDate={day(one.from)} />
      ))}
      {mine.length > SHOWN && (
        <p>
          <Link href="/appointments">
            {appointmentWords.title}（{mine.length}）
          </Link>
        </p>
      )}
    </>
  )
}
