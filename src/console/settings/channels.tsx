import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ApiError, api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'

type Channel = 'phone' | 'sms' | 'whatsapp' | 'telegram'

/** Each channel with a button that tries it out on whoever presses it. */
export function Channels() {
  const { data = [] } = useQuery({
    queryKey: ['channels'],
    queryFn: async () => (await good(api.channels.$get())).items,
  })
  return (
    <section>
      <h2>{words.channels}</h2>
      <p className="soft">{words.testHint}</p>
      {data.map(({ channel, on }) => (
        <TryOut key={channel} channel={channel} on={on} />
      ))}
    </section>
  )
}

function TryOut({ channel, on }: { channel: Channel; on: boolean }) {
  const [to, setTo] = useState(channel === 'telegram' ? '' : '+86')
  const test = useMutation({
    mutationFn: () =>
      good(api.channels[':channel'].test.$post({ param: { channel }, json: { to: to.trim() } })),
  })
  const name = base.channels[channel] ?? channel
  const { error } = test
  return (
    <div className="tried">
      <h3>
        {name} <span className={on ? 'good' : 'soft'}>{on ? words.on : words.off}</span>
      </h3>
      <div className="compose">
        <Field name={words.testTo[channel] ?? ''}>
          {(id) => (
            <Input
              id={id}
              inputMode="tel"
              autoComplete="off"
              value={to}
              onChange={({ target }) => setTo(target.value)}
            />
          )}
        </Field>
        <Button
          style={{ marginBottom: 12 }}
          aria-label={`${words.test[channel]} ${name}`}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {words.test[channel]}
        </Button>
      </div>
      <p role="status" className={test.data?.ok ? 'good' : 'danger'}>
        {error ? (error instanceof ApiError ? error.message : base.failed) : test.data?.message}
      </p>
    </div>
  )
}
