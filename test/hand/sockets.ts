import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a program connects to: by its own account (watch.ts), and by the kernel's. */
export class Sockets {
  readonly file: string
  readonly #kernels = new Set<string>()
  #looking: NodeJS.Timeout | null = null

  constructor(folder: string) {
    this.file = join(folder, 'watched.txt')
    writeFileSync(this.file, '')
  }

  get env(): Record<string, string> {
    const watch = join(import.meta.dirname, 'watch.ts')
    return { NODE_OPTIONS: `--import=${watch}`, WATCH_FILE: this.file }
  }

  /** Looks at the process's own sockets again and again; a kernel that keeps no such list is not asked. */
  follow(pid: number, port: number): void {
    this.stop()
    if (!existsSync('/proc/net/tcp')) return
    this.#looking = setInterval(() => this.#look(pid, port), 10)
  }

  stop(): void {
    if (this.#looking) clearInterval(this.#looking)
  }

  /** Each once. */
  get told(): string[] {
    return [...new Set(readFileSync(this.file, 'utf8').split('\n').filter(Boolean))].sort()
  }

  get seen(): string[] {
    return [...this.#kernels].sort()
  }

  #look(pid: number, port: number): void {
    const mine = socketsOf(pid)
    if (mine.size === 0) return
    for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
      for (const line of readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1)) {
        const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/)
        const far = portOf(remote)
        if (far === 0 || portOf(local) === port || !mine.has(inode)) continue
        this.#kernels.add(`${table} ${remote.split(':')[0]} ${far}`)
      }
    }
  }
}

const portOf = (address: string): number => Number.parseInt(address.split(':')[1] ?? '0', 16)

function socketsOf(pid: number): Set<string> {
  const found = new Set<string>()
  try {
    for (const name of readdirSync(`/proc/${pid}/fd`)) {
      const socket = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))
      if (socket?.[1]) found.add(socket[1])
    }
  } catch (error) {
    // A descriptor that was closed while it was looked at, or the process itself.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return found
}
