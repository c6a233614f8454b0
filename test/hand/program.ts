import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'vitest'

/** A program of this project as a person starts it in a terminal: what it says, and what is typed into it. */

const root = join(import.meta.dirname, '../..')

export class Program {
  output = ''
  readonly #child: ChildProcess

  /** In a folder of its own, so that all it keeps is there. */
  constructor(file: string, folder: string, env: Record<string, string>, args: string[] = []) {
    this.#child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output += chunk
      })
    }
  }

  /** Until it has said this, since it last said something that was waited for. */
  async says(what: RegExp | string): Promise<void> {
    await expect.poll(() => this.output, { timeout: 45_000, interval: 100 }).toMatch(what)
    this.output = this.output.slice(this.output.search(what))
  }

  get pid(): number {
    return this.#child.pid as number
  }

  type(line: string): void {
    this.#child.stdin?.write(`${line}\n`)
  }

  async end(): Promise<void> {
    const child = this.#child
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await gone
  }
}
