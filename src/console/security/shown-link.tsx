import { App, Button, Input } from 'antd'
import { securityWords as words } from '../words/security.ts'

export function ShownLink({ link }: { link: string }) {
  const { message } = App.useApp()
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => message.success(words.copied),
      () => message.error(words.failed),
    )
  return (
    <div className="whole" role="status">
      <p>{words.link}</p>
      <Input readOnly value={link} aria-label={words.link} onFocus={(e) => e.target.select()} />
      <Button size="small" onClick={() => void copy()}>
        {words.copy}
      </Button>
    </div>
  )
}
