import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { cpuOf, root } from './processes.ts'

/** A command of the desk as an operator runs it, and what it took: CPU in seconds, the most memory it held in MiB (Linux). */
export interface Took {
  cpu: number
  peak: number
}

const LOOK = 50

export async function command(args: string[], env: Record<string, string>): Promise<Took> {
  const child = spawn(process.execPath, [resolve(root, 'src/cli.ts'), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const took = { cpu: 0, peak: 0 }
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      took.peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? took.peak * 1024) / 1024
      took.cpu = cpuOf(child.pid ?? 0) / 1e6
    } catch {
      // It has just ended.
    }
  }, LOOK)
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(look)
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`)
  return took
}
