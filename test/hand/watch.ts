import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { isIP, Socket } from 'node:net'

/**
 * Loaded before a program (`--import`): writes down every connection it begins and every name it asks for, whichever
 * library does so. CLOCK_SHIFT moves its clock, in milliseconds.
 */

const file = process.env.WATCH_FILE ?? ''
const note = (what: string): void => appendFileSync(file, `${what}\n`)

const { connect } = Socket.prototype
Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const [first] = [given[0]].flat() as unknown[]
  const options = typeof first === 'object' ? (first as { host?: string; port?: number }) : null
  note(`connect ${options?.host ?? given[1] ?? 'localhost'}:${options?.port ?? first}`)
  return Reflect.apply(connect, this, given)
} as typeof connect

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  for (const home of [dns, dns.promises] as unknown as Record<string, unknown>[]) {
    const asked = home[name] as (...given: unknown[]) => unknown
    home[name] = (host: string, ...given: unknown[]) => {
      // An address in figures is asked of nobody.
      if (isIP(host) === 0) note(`ask ${host}`)
      return asked(host, ...given)
    }
  }
}

const { send } = dgram.Socket.prototype
dgram.Socket.prototype.send = function (this: dgram.Socket, ...given: unknown[]) {
  note(`datagram ${given.slice(1).join(' ')}`)
  return Reflect.apply(send, this, given)
} as typeof send

const shift = Number(process.env.CLOCK_SHIFT ?? 0)
if (shift !== 0) {
  const right = Date.now
  Date.now = () => right() + shift
}
