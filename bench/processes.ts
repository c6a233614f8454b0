import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'

/** Servers under measurement, each its own process on a core of its own where the machine has two. */

export const root = join(import.meta.dirname, '..')

export interface Measured {
  pid: number
  /** From being spawned to the first good answer, in milliseconds. */
  startedIn: number
  stop(): Promise<void>
}

export async function start(
  file: string,
  env: Record<string, string>,
  probe: string | (() => Promise<Response>),
  args: string[] = [],
): Promise<Measured> {
  const begun = performance.now()
  const child: ChildProcess = spawn(process.execPath, [resolve(root, file), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    const answer = await (typeof probe === 'string' ? fetch(probe) : probe()).catch(() => null)
    if (answer?.ok) {
      await answer.arrayBuffer()
      break
    }
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`)
    await new Promise((after) => setTimeout(after, 2))
  }
  const startedIn = performance.now() - begun
  return {
    pid: child.pid as number,
    startedIn,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** CPU a process has used so far, user and system, in microseconds (Linux: /proc/PID/stat, in ticks of 10 ms). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** The same of a process and all it started, and they (Linux). */
export function cpuUnder(pid: number): number {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  )
  return children.reduce((sum, child) => sum + cpuUnder(Number(child)), cpuOf(pid))
}

/** Memory a process holds, in KiB (Linux). */
export const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)

export interface Sink {
  url: string
  count: () => number
  /** Resolves when nothing more is sent to it. */
  quiet(): Promise<void>
  close(): void
}

/** What a vendor's API would be: takes anything, answers at once. */
export async function openSink(answer: object): Promise<Sink> {
  let count = 0
  const body = JSON.stringify(answer)
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      count++
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    quiet: async () => {
      for (let last = -1; last !== count; ) {
        last = count
        await new Promise((resolve) => setTimeout(resolve, 1500))
      }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
