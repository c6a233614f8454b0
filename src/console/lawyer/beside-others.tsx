import { Button } from 'antd'
import { Link, useLocation } from 'wouter'
import { api, good } from '../api.ts'
import { colleagueWords as words } from '../words/colleague.ts'
import { words as base } from '../words/index.ts'
import { useBeside, useDone } from './colleagues.ts'

type Answer = { id: string; join: boolean; reason?: 'busy' | 'conflict' }

/** What colleagues ask me into, and where I am helping. */
export function BesideOthers() {
  const { data = [] } = useBeside()
  const [, navigate] = useLocation()
  const answer = useDone(async ({ id, ...json }: Answer) => {
    await good(api.conversations[':id'].colleague.answer.$post({ param: { id }, json }))
    if (json.join) navigate(`/c/${id}`)
  }, words.done)
  if (data.length === 0) return null
  return (
    <section>
      <h2>{words.title}</h2>
      {data.map(({ conversation: id, client, channel, byName, joinedAt }) =>
        joinedAt ? (
          <p key={id}>
            <Link href={`/c/${id}`}>
              {client} · {words.helping(byName)}
            </Link>
          </p>
        ) : (
          <div key={id} className="told-now">
            <b>{words.youAsked(byName)}</b> · {base.channels[channel]}
            <p className="soft">{words.joinNote}</p>
            <div className="tools">
              <Button type="primary" onClick={() => answer.mutate({ id, join: true })}>
                {words.join}
              </Button>
              <Button onClick={() => answer.mutate({ id, join: false, reason: 'busy' })}>
                {words.busy}
              </Button>
              <Button onClick={() => answer.mutate({ id, join: false, reason: 'conflict' })}>
                {words.conflict}
              </Button>
            </div>
          </div>
        ),
      )}
    </section>
  )
}
