import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { buildWorker } from '../../scripts/workerd.ts'
import { Cluster } from '../cluster.ts'
import { freePort } from '../free-port.ts'
import { emptyDatabase, signIn, Writer } from '../postgres/office.ts'
import { Program } from './program.ts'

/** As the README has it, with nothing set but where: a chat is taken and a call is bridged, on each of the three. */

let folder: string
const running: Program[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiban-hand-'))
})
afterEach(async () => {
  for (const program of running.splice(0).reverse()) await program.end()
  rmSync(folder, { recursive: true, force: true })
})
let cluster: Cluster | null = null
afterAll(() => cluster?.close())

async function open(file: string, env: Record<string, string> = {}): Promise<string> {
  const port = String(await freePort())
  const desk = new Program(file, folder, { PORT: port, ...env })
  running.push(desk)
  await desk.says('江城市法律援助中心')
  return port
}

const at = (port: string): string => `http://127.0.0.1:${port}`

async function chatIsTaken(clients: string, lawyers: string): Promise<void> {
  const client = new Writer(at(clients))
  await client.open()
  const seen: any[] = []
  const stop = client.follow(at(clients), (event) => seen.push(event))
  await client.write('律师')
  // The example rota has several on duty; whoever is asked first takes it.
  const names = ['zhang', 'li', 'wang', 'chenjun', 'liu', 'zhao', 'sun', 'zhou']
  const everyone = await Promise.all(
    names.map((name) => signIn(at(lawyers), name, `${name}-duty-2026`)),
  )
  const offers = async () =>
    Promise.all(
      everyone.map(async (ask) =>
        (await ask('GET', '/offers')).body.items.map((offer: any) => ({ ask, ...offer })),
      ),
    )
  await expect.poll(async () => (await offers()).flat().length, { timeout: 15_000 }).toBe(1)
  const [offer] = (await offers()).flat() as any
  expect((await offer.ask('POST', `/offers/${offer.id}/accept`)).status).toBe(200)
  const message = { id: crypto.randomUUID(), text: '您好，请讲' }
  await offer.ask('POST', `/conversations/${offer.conversation}/messages`, message)
  const heard = () => seen.filter(({ actor }) => actor === 'lawyer').map(({ text }) => text)
  await expect.poll(heard, { timeout: 15_000 }).toEqual(['您好，请讲'])
  expect(seen.some(({ type }) => type === 'card')).toBe(true)
  stop()
}

async function callIsBridged(port: string, env: Record<string, string> = {}): Promise<void> {
  const phone = new Program('src/phone/main.ts', folder, { PORT: port, ...env })
  running.push(phone)
  await phone.says('按1')
  phone.type('1')
  await phone.says('press a to answer')
  phone.type('a')
  await phone.says(/\[A[^\]]*\] .*按1/)
  phone.type('1')
  await phone.says(/\[A[^\]]*\] 接通/)
  await phone.says(/\[当事人 client\] 接通/)
  phone.type('q')
  await phone.end()
}

test('npm start', async () => {
  const port = await open('src/node.ts')
  await chatIsTaken(port, port)
  await callIsBridged(port)
})

test('npm start, twice on one PostgreSQL: the client at one, the lawyer at the other', async () => {
  cluster = await Cluster.open()
  const env = { DATABASE_URL: await emptyDatabase(cluster) }
  const [one, two] = [await open('src/node.ts', env), await open('src/node.ts', env)]
  await chatIsTaken(one, two)
  // Either may be the one that rings the lawyer.
  await callIsBridged(one, env)
  await callIsBridged(two, env)
})

test('npm run worker', async () => {
  // Once, for all who start it; it takes as long as it takes.
  await buildWorker()
  const port = await open('scripts/worker.ts')
  await chatIsTaken(port, port)
  await callIsBridged(port)
}, 180_000)
