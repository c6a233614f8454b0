import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { lawyerWords as words } from '../words/lawyer.ts'

const READ = 'zhiban-told-read'

/** What coordinators said to everybody on duty, until it is read. */
export function Told() {
  const [read, setRead] = useState(() => Number(localStorage.getItem(READ) ?? '0'))
  const { data = [] } = useQuery({
    queryKey: ['told'],
    queryFn: async () => (await good(api.me.told.$get())).items,
  })
  const fresh = data.filter(({ seq }) => seq > read)
  const last = fresh[0]
  if (!last) return null
  return (
    <section className="told-now" aria-label={words.told}>
      {fresh.map(({ seq, at, text }) => (
        <p key={seq}>
          <b>{words.told}</b> <span className="soft">{dateTime(at)}</span>
          <br />
          {text}
        </p>
      ))}
      <Button
        onClick={() => {
          localStorage.setItem(READ, String(last.seq))
          setRead(last.seq)
        }}
      >
        {words.read}
      </Button>
    </section>
  )
}
