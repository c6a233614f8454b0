import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { signIn } from './api.ts'
import { changeTongue, words } from './words/index.ts'

export function SignIn() {
  const client = useQueryClient()
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async ({ username, password }: { username: string; password: string }) => {
    setBusy(true)
    const ok = await signIn(username, password).catch(() => false)
    setBusy(false)
    setWrong(!ok)
    if (ok) await client.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <main className="sign-in">
      <h1>{words.app}</h1>
      {wrong && <Alert type="error" title={words.wrongPassword} style={{ marginBottom: 16 }} />}
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
