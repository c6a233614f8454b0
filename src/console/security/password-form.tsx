import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { securityWords as words } from '../words/security.ts'

interface Given {
  current: string
  next: string
}

export function PasswordForm({ least }: { least: number }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Given>()
  const [busy, setBusy] = useState(false)
  const submit = async (json: Given) => {
    setBusy(true)
    const answer = await api.safety.password.$post({ json }).catch(() => null)
    setBusy(false)
    if (answer?.ok) {
      form.resetFields()
      void message.success(words.changed)
      await client.invalidateQueries({ queryKey: ['safety'] })
      return
    }
    const fault =
      answer && ((await answer.json()) as { error: { fields?: string[]; message: string } })
    const [field = 'current', why = ''] = fault?.error.fields ?? []
    const said = words.weak[why] ?? (field === 'current' ? words.wrongPassword : words.failed)
    form.setFields([{ name: field as keyof Given, errors: [said] }])
  }
  return (
    <section aria-label={words.password}>
      <h2 className="sub">{words.password}</h2>
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="current" label={words.current} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={words.next}
          extra={words.nextNote(least)}
          rules={[{ required: true, message: '' }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {words.change}
        </Button>
      </Form>
    </section>
  )
}
