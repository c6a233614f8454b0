import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { hashPasswordCommand } from '../../src/setup/command/hash-password.ts'
import { type DeskFileError, readDeskFile } from '../../src/setup/desk-file.ts'
import { smallDesk, TestDesk } from '../harness.ts'

const withLogin = (login: object) => {
  const file = smallDesk()
  return { ...file, coordinators: [{ id: 'chen', name: '陈静', login }] }
}

async function hashed(typed: string): Promise<{ code: number; said: string }> {
  let said = ''
  const output = { write: (text: string) => (said += text) }
  return { code: await hashPasswordCommand(Readable.from([Buffer.from(typed)]), output), said }
}

test('a coordinator signs in with the first password of the file, or the one whose hash it holds', async () => {
  const { said } = await hashed('chen-password\r\nnever read')
  const desk = await TestDesk.open(withLogin({ username: 'chen', password: 'chen-password' }))
  const other = await TestDesk.open(withLogin({ username: 'chen', passwordHash: said.trim() }))
  try {
    for (const one of [desk, other]) {
      expect((await (await one.signIn('chen')).get('/me')).body.id).toBe('chen')
    }
  } finally {
    await desk.close()
    await other.close()
  }
})

test('both, neither, or no hash at all is a fault; so is a password that was not typed', async () => {
  const hash = 'a'.repeat(32)
  for (const login of [
    { username: 'chen' },
    { username: 'chen', password: 'one', passwordHash: `${hash}:${hash.repeat(4)}` },
    { username: 'chen', passwordHash: 'chen-password' },
  ]) {
    let faults: DeskFileError['faults'] = []
    try {
      readDeskFile(stringify(withLogin(login)))
    } catch (error) {
      faults = (error as DeskFileError).faults
    }
    expect(faults).toHaveLength(1)
  }
  expect(await hashed('\n')).toEqual({ code: 2, said: '' })
})
