import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { securityWords as words } from '../words/security.ts'
import { auth } from './queries.ts'
import { Codes, SetUp } from './set-up.tsx'

interface Begun {
  totpURI: string
  backupCodes: string[]
}

type Wanted = 'enable' | 'generate-backup-codes' | 'disable'

/** Turned on, turned off, or its recovery codes made anew: each after the password. */
export function SecondStep({ on }: { on: boolean }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const [wrong, setWrong] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: ['safety'] })
  const submit = async ({ password }: { password: string }) => {
    const { ok, body } = await auth<Begun>(`/two-factor/${wanted}`, { password })
    setWrong(!ok)
    if (!ok) return
    if (wanted === 'enable') setBegun(body)
    if (wanted === 'generate-backup-codes') setCodes(body.backupCodes)
    if (wanted === 'disable') void message.success(words.turnedOff)
    setWanted(null)
    await refresh()
  }
  const ask = (what: Wanted) => {
    setWrong(false)
    setCodes([])
    setWanted(what)
  }
  const confirmed = async () => {
    setBegun(null)
    void message.success(words.confirmed)
    await refresh()
  }
  return (
    <section aria-label={words.second}>
      <h2 className="sub">{words.second}</h2>
      <p>{on ? words.secondOn : words.secondOff}</p>
      {begun && !on && <SetUp {...begun} done={confirmed} />}
      {codes.length > 0 && <Codes codes={codes} />}
      {wanted && (
        <Form layout="vertical" onFinish={submit} requiredMark={false}>
          <Form.Item
            name="password"
            label={words.yourPassword}
            {...(wrong ? { validateStatus: 'error' as const, help: words.wrongPassword } : {})}
            rules={[{ required: true, message: '' }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {words.goOn}
          </Button>
        </Form>
      )}
      {!wanted && !begun && (
        <p className="buttons">
          {!on && <Button onClick={() => ask('enable')}>{words.secondSet}</Button>}
          {on && <Button onClick={() => ask('generate-backup-codes')}>{words.newCodes}</Button>}
          {on && <Button onClick={() => ask('disable')}>{words.turnOff}</Button>}
        </p>
      )}
    </section>
  )
}
