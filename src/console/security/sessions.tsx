import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { securityWords as words } from '../words/security.ts'
import type { useSafety } from './queries.ts'

type Session = NonNullable<ReturnType<typeof useSafety>['data']>['sessions'][number]

const browsers = ['Edg', 'Firefox', 'MicroMessenger', 'Chrome', 'Safari']
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux']

/** "Chrome · Windows": enough to know one's own. */
function deviceOf(agent: string | null): string {
  const found = [browsers, systems].map((list) => list.find((one) => agent?.includes(one)))
  const known = found.filter((one) => one !== undefined)
  return known.length > 0 ? known.join(' · ') : words.unknownDevice
}

export function Sessions({ sessions }: { sessions: Session[] }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const done = async (asked: Promise<{ ended: number }>) => {
    try {
      const { ended } = await asked
      void message.success(words.ended(ended))
    } catch {
      void message.error(words.failed)
    }
    await client.invalidateQueries({ queryKey: ['safety'] })
  }
  return (
    <section aria-label={words.sessions}>
      <h2 className="sub">{words.sessions}</h2>
      <ul className="register">
        {sessions.map(({ id, current, agent, since, seen }) => (
          <li key={id}>
            <div className="grow">
              <b>{deviceOf(agent)}</b> {current && <Tag color="blue">{words.thisOne}</Tag>}
              <div className="soft">
                {words.since(dateTime(since))} · {words.seen(dateTime(seen))}
              </div>
            </div>
            {!current && (
              <Button
                size="small"
                onClick={() => done(good(api.safety.sessions[':id'].$delete({ param: { id } })))}
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button onClick={() => done(good(api.safety.sessions['end-others'].$post()))}>
          {words.endOthers}
        </Button>
      )}
    </section>
  )
}
