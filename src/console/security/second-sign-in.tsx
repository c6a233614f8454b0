import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { words as common } from '../words/index.ts'
import { securityWords as words } from '../words/security.ts'
import { auth } from './queries.ts'

/** After the password: six digits, or a recovery code. */
export function SecondSignIn() {
  const client = useQueryClient()
  const [recovery, setRecovery] = useState(false)
  const [wrong, setWrong] = useState(false)
  const submit = async ({ code }: { code: string }) => {
    const path = recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp'
    const { ok } = await auth(path, { code: recovery ? code.trim() : code.replace(/\s/g, '') })
    setWrong(!ok)
    if (ok) await client.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <main className="sign-in">
      <h1>{words.codeTitle}</h1>
      <p>{recovery ? words.lostBoth : words.codeNote}</p>
      {wrong && <Alert type="error" title={words.wrongCode} style={{ marginBottom: 16 }} />}
      <Form key={String(recovery)} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item
          name="code"
          label={recovery ? words.recoveryCode : words.firstCode}
          rules={[{ required: true, message: '' }]}
        >
          <Input
            autoFocus
            inputMode={recovery ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            autoCapitalize="none"
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block>
          {common.signIn}
        </Button>
      </Form>
      <p>
        <Button type="link" onClick={() => setRecovery(!recovery)}>
          {recovery ? words.useApp : words.useRecovery}
        </Button>
      </p>
    </main>
  )
}
