import type { Detail, Me } from '../queries.ts'
import { useSeconds } from '../time.ts'
import { words } from '../words/index.ts'
import { lawyerWords } from '../words/lawyer.ts'

/** A call: how long it lasts, and what is to be said first. */
export function Call({ detail, me }: { detail: Detail; me: Me }) {
  const running = useSeconds(detail.takenAt)
  if (detail.state !== 'active') return <p>{words.callOver}</p>
  return (
    <section className="call">
      <output aria-label={words.time}>
        {lawyerWords.timer(Math.floor(running / 60), running % 60)}
      </output>
      <p>{words.onCall}</p>
      <p>{lawyerWords.script(me.desk, me.name)}</p>
    </section>
  )
}
