import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { smallDesk, TestDesk } from '../harness.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiban-simulate-'))
  writeFileSync(join(folder, 'desk.yaml'), stringify(smallDesk()))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const command = join(import.meta.dirname, '..', '..', 'src', 'simulate', 'main.ts')

function simulate(args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; out: string; complaint: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, ...env } }
    const child = execFile(
      process.execPath,
      [command, ...args],
      options,
      (_error, out, complaint) => resolve({ code: child.exitCode ?? -1, out, complaint }),
    )
  })
}

const short = [
  'desk.yaml',
  '--calls',
  '4/h',
  '--hours',
  '12',
  '--runs',
  '2',
  '--from',
  '2026-11-23T00:00',
]
const page = (): string => join(folder, 'simulate.html')
const sameEveryTime = (out: string): string => out.replace(/^.*(每秒演练|a second).*$/gm, '')

test('a rehearsal: figures in both languages, a page beside them, and the same again from the same seed', async () => {
  const first = await simulate([...short, '--compare', '--written', '20%'])
  expect(first).toMatchObject({ code: 0, complaint: '' })
  for (const said of [
    '60 秒内接通',
    '理论值（Erlang-A）',
    '一齐响',
    '张敏',
    'answered within 60 s',
    '第17条',
  ]) {
    expect(first.out).toContain(said)
  }
  const written = readFileSync(page(), 'utf8')
  const second = await simulate([...short, '--compare', '--written', '20%'])
  expect(sameEveryTime(second.out)).toBe(sameEveryTime(first.out))
  expect(readFileSync(page(), 'utf8')).toBe(written)
  const other = await simulate([...short, '--compare', '--written', '20%', '--seed', '8'])
  expect(sameEveryTime(other.out)).not.toBe(sameEveryTime(first.out))
}, 60_000)

test('every fault is named at once, and nothing is written', async () => {
  const wrong = [
    '--calls',
    'many',
    '--hours',
    '0',
    '--runs',
    '1',
    '--pass',
    '120%',
    '--answer',
    '9-3s',
  ]
  const more = [
    '--policy',
    'ringSeconds=0',
    '--policy',
    'speed=9',
    '--lawyer',
    'li:pass=x',
    '--what',
    '--seed',
    '1',
    '--seed',
    '2',
  ]
  const { code, out, complaint } = await simulate([
    ...wrong,
    ...more,
    '--talk',
    'never',
    '--from',
    'now',
  ])
  expect(code).toBe(2)
  expect(out).toBe('')
  const named = [
    '--calls many',
    '--hours 0',
    '--runs 1',
    '--pass 120%',
    '--answer 9-3s',
    'ringSeconds=0',
    'speed=9',
    'li:pass=x',
    '--what',
    '--seed 2',
    '--talk never',
    '--from now',
    'FILE',
  ]
  for (const fault of named) expect(complaint).toContain(fault)
  expect(complaint.trim().split('\n')).toHaveLength(named.length + 1)
  expect(existsSync(page())).toBe(false)
})

test('what only the files can tell is a fault as well', async () => {
  writeFileSync(join(folder, 'week.txt'), '1 2 3\n')
  const wrong = [
    ...short,
    '--profile',
    'week.txt',
    '--lawyer',
    'nobody:pass=1%',
    '--out',
    'no/such/page.html',
  ]
  const { code, complaint } = await simulate(wrong)
  expect(code).toBe(2)
  for (const fault of ['--profile week.txt', '--out no/such/page.html', '--lawyer nobody']) {
    expect(complaint).toContain(fault)
  }
  expect(complaint.trim().split('\n')).toHaveLength(4)
  expect((await simulate(['none.yaml'])).complaint).toContain('FILE none.yaml')
  writeFileSync(join(folder, 'desk.yaml'), stringify({ ...smallDesk(), stations: [] }))
  const faulty = await simulate([...short, '--profile', 'week.txt'])
  expect(faulty).toMatchObject({ code: 2, out: '' })
  expect(faulty.complaint).toMatch(/desk\.yaml:\d+: .*stations/)
  expect(faulty.complaint).toContain('--profile week.txt')
  expect(existsSync(page())).toBe(false)
})

test('--help says what there is', async () => {
  const { code, out } = await simulate(['--help'])
  expect(code).toBe(0)
  for (const option of [
    '--calls',
    '--replay',
    '--compare',
    '--policy',
    '--lawyer',
    '--target',
    '--profile',
  ]) {
    expect(out.split(option).length).toBe(3)
  }
})

test('--replay takes the people from this desk’s log', async () => {
  const desk = await TestDesk.open()
  const chat = await desk.openChat()
  await chat.write('律师')
  await desk.settle()
  const env = { DATABASE_URL: `file:${join(desk.folder, 'zhiban.db')}` }
  const { code, out, complaint } = await simulate(['desk.yaml', '--replay', '--runs', '2'], env)
  await desk.close()
  expect(complaint).toBe('')
  expect(code).toBe(0)
  expect(out).toContain('取自本台日志')
})

test('--replay of a log in which nobody came', async () => {
  const desk = await TestDesk.open()
  const env = { DATABASE_URL: `file:${join(desk.folder, 'zhiban.db')}` }
  const { code, complaint } = await simulate(['desk.yaml', '--replay'], env)
  await desk.close()
  expect(code).toBe(2)
  expect(complaint).toContain('日志里还没有人')
  expect(existsSync(page())).toBe(false)
})
