import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type SignedIn, signIn } from './api.ts'
import { SecondSignIn } from './security/second-sign-in.tsx'
import { changeTongue, words } from './words/index.ts'

export function SignIn() {
  const client = useQueryClient()
  const [said, setSaid] = useState<SignedIn>('yes')
  const [busy, setBusy] = useState(false)
  const submit = async ({ username, password }: { username: string; password: string }) => {
    setBusy(true)
    const answer = await signIn(username, password).catch(() => 'no' as const)
    setBusy(false)
    setSaid(answer)
    if (answer === 'yes') await client.invalidateQueries({ queryKey: ['me'] })
  }
  if (said === 'second') return <SecondSignIn />
  const wrong =
    said === 'no' ? words.wrongPassword : typeof said === 'object' ? words.tooMany(said.late) : null
  return (
    <main className="sign-in">
      <h1>{words.app}</h1>
      {wrong && <Alert type="error" title={wrong} style={{ marginBottom: 16 }} />}
      <Form layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="username" label={words.username} rules={[{ required: true }]}>
          <Input autoComplete="username" autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={words.password} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {words.signIn}
        </Button>
      </Form>
      <p>
        <Button type="link" onClick={changeTongue}>
          {words.other}
        </Button>
      </p>
    </main>
  )
}
