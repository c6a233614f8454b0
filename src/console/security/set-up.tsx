import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { securityWords as words } from '../words/security.ts'
import { auth } from './queries.ts'

/** What the app on the phone shows as the account is the user name, not the address the library made up. */
const readable = (uri: string): string =>
  uri.replaceAll('%40staff.invalid', '').replaceAll('@staff.invalid', '')

export function SetUp({
  totpURI,
  backupCodes,
  done,
}: {
  totpURI: string
  backupCodes: string[]
  done: () => Promise<void>
}) {
  const [wrong, setWrong] = useState(false)
  const uri = readable(totpURI)
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(uri))}`
  const submit = async ({ code }: { code: string }) => {
    const { ok } = await auth('/two-factor/verify-totp', { code: code.replace(/\s/g, '') })
    setWrong(!ok)
    if (ok) await done()
  }
  return (
    <>
      <p>{words.scan}</p>
      <img className="qr" src={picture} alt={words.qr} width={220} height={220} />
      <p>
        <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Codes codes={backupCodes} />
      <Form layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item
          name="code"
          label={words.firstCode}
          {...(wrong ? { validateStatus: 'error' as const, help: words.wrongCode } : {})}
          rules={[{ required: true, message: '' }]}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {words.confirm}
        </Button>
      </Form>
    </>
  )
}

export const Codes = ({ codes }: { codes: string[] }) => (
  <>
    <p>
      <b>{words.codes}</b>
    </p>
    <ul className="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </>
)
