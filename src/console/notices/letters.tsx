import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { noticeWords as words } from '../words/notices.ts'
import { type Letter, useFiling } from './queries.ts'
import { type Handed, SentForm } from './sent-form.tsx'

/** Replies written so far, and proof that they went out. */
export function Letters({ letters }: { letters: Letter[] }) {
  const sent = useFiling(({ id, handed }: { id: string; handed: Handed }) =>
    good(api.letters[':id'].sent.$post({ param: { id }, json: handed })),
  )
  if (letters.length === 0) return null
  return (
    <section>
      <h2>{words.letters}</h2>
      {letters.map((letter) => (
        <article key={letter.id}>
          <p>
            <b>{words.letter(letter.number, letter.lawyerName, letter.people.length)}</b>{' '}
            <a href={`/api/letters/${letter.id}/pdf`} target="_blank" rel="noreferrer">
              {words.pdf}
            </a>
          </p>
          {letter.sent ? (
            <p className="soft">
              {words.sent(
                letter.sent.method,
                letter.sent.to,
                dateTime(letter.sent.at),
                letter.sent.proof,
              )}
            </p>
          ) : (
            <SentForm
              pending={sent.isPending}
              send={(handed) => sent.mutate({ id: letter.id, handed })}
            />
          )}
        </article>
      ))}
    </section>
  )
}
