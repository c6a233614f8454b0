import { Button, Form, Input } from 'antd'
import { securityWords as words } from '../words/security.ts'

interface Given {
  id: string
  name: string
}

export function NewCoordinator({
  invite,
}: {
  invite: (who: Given & { role: 'coordinator' }) => Promise<void>
}) {
  const [form] = Form.useForm<Given>()
  const submit = async (given: Given) => {
    await invite({ ...given, role: 'coordinator' })
    form.resetFields()
  }
  return (
    <section aria-label={words.newCoordinator} className="narrow">
      <h2 className="sub">{words.newCoordinator}</h2>
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="name" label={words.name} rules={[{ required: true, message: '' }]}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item
          name="id"
          label={words.id}
          extra={words.idNote}
          rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, message: '' }]}
        >
          <Input autoComplete="off" autoCapitalize="none" />
        </Form.Item>
        <Button htmlType="submit">{words.make}</Button>
      </Form>
    </section>
  )
}
