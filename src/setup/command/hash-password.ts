import { hashPassword } from 'better-auth/crypto'

/** `npm run desk -- hash-password`: the first line read becomes what a desk file may hold in a password's place. */
export async function hashPasswordCommand(
  input: AsyncIterable<Buffer>,
  output: { write(text: string): unknown },
): Promise<number> {
  let text = ''
  for await (const part of input) {
    text += part.toString('utf8')
    if (text.includes('\n')) break
  }
  const [password = ''] = text.split(/\r?\n/)
  if (password === '') {
    console.error('没有读到密码 · no password was read')
    return 2
  }
  output.write(`${await hashPassword(password)}\n`)
  return 0
}
