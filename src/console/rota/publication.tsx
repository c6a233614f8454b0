import { Alert, Button } from 'antd'
import { api, good } from '../api.ts'
import { dateTime } from '../time.ts'
import { rotaWords as words } from '../words/rota.ts'
import { useChange, usePublication } from './queries.ts'

/** Art. 18 ¶2: how far the authorities know the rota, and who has the newest version. */
export function Publication() {
  const { data } = usePublication()
  const publish = useChange(() => good(api.rota.publish.$post({ json: {} })))
  if (!data) return null
  return (
    <section>
      <h2>{words.publication}</h2>
      {data.due && <Alert type="warning" showIcon title={words.publishDue} />}
      <p>
        {data.through
          ? words.publishedThrough(dateTime(data.through), data.version)
          : words.notPublished}
      </p>
      <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined)}>
        {words.publish}
      </Button>
      <ul className="told">
        {data.authorities.map(({ id, name, link, openedAt, acknowledgedAt }) => (
          <li key={id}>
            <b>{name}</b>{' '}
            {acknowledgedAt
              ? words.received(dateTime(acknowledgedAt))
              : openedAt
                ? words.opened1(dateTime(openedAt))
                : words.notOpened}{' '}
            <a href={link}>{words.link}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
