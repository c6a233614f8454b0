import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Space, Tag } from 'antd'
import { api, good } from '../api.ts'
import type { Me } from '../shell.tsx'
import { clock } from '../time.ts'
import { words } from '../words/index.ts'

/** One line that says what being on duty means right now, and the switch. */
export function Presence({ me }: { me: Me }) {
  const client = useQueryClient()
  const set = useMutation({
    mutationFn: (state: 'on' | 'pause' | 'off') => good(api.presence.$post({ json: { state } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['me'] }),
  })
  const first = me.onDuty[0]
  if (!first) return <Tag>{words.notOnDuty}</Tag>
  const methods = me.onDuty.map(({ method }) => words.methods[method]).join(words.and)
  const on = me.presence === 'on'
  const state = on ? words.onDuty : me.presence === 'pause' ? words.paused : words.off
  return (
    <Space size="small" wrap>
      <Tag color={on ? 'green' : 'orange'}>
        {state} · {methods} · {words.until(clock(first.until))}
      </Tag>
      {on ? (
        <>
          <Button size="small" onClick={() => set.mutate('pause')}>
            {words.pause}
          </Button>
          <Button size="small" onClick={() => set.mutate('off')}>
            {words.goOff}
          </Button>
        </>
      ) : (
        <Button size="small" type="primary" onClick={() => set.mutate('on')}>
          {words.goOn}
        </Button>
      )}
    </Space>
  )
}
