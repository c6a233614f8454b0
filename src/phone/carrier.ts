import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { Call, Rooms } from './call.ts'
import { type Refusal, refuseCall, refuseMessage, refuseUpdate } from './rest-rules.ts'
import { readTwiml, type Verb } from './twiml-rules.ts'

/**
 * A carrier in a box that speaks Twilio's protocol both ways: signed webhooks to the desk, and the REST API it calls
 * back on. It refuses what the vendor refuses. The terminal telephone and the tests stand on it.
 */

export interface CarrierConfig {
  accountSid: string
  authToken: string
  /** The desk's number. */
  number: string
  /** Where the desk listens. */
  deskUrl: string
  /** What the desk believes its address is; signatures are made over it. */
  publicUrl?: string
  realTime: boolean
  port?: number
}

export interface TextMessage {
  sid: string
  from: string
  to: string
  body: string
}

export interface CarrierEvents {
  /** The desk rings somebody. */
  ringing: [call: Call, seconds: number]
  text: [message: TextMessage]
  /** The desk did what the vendor would refuse. */
  fault: [what: string]
}

const sid = (prefix: string): string => prefix + randomBytes(16).toString('hex')

export class Carrier extends EventEmitter<CarrierEvents> {
  readonly calls = new Map<string, Call>()
  readonly texts: TextMessage[] = []
  readonly faults: string[] = []
  readonly rooms = new Rooms()
  /** Answers the next REST requests with these statuses instead. */
  readonly trouble: number[] = []
  readonly requests: { method: string; path: string; form: Record<string, string> }[] = []
  deskUrl: string
  readonly #config: CarrierConfig
  readonly #server: Server
  readonly #hooks = new Map<string, string>()

  constructor(config: CarrierConfig) {
    super()
    this.#config = config
    this.deskUrl = config.deskUrl
    this.#server = createServer((request, response) => void this.#answer(request, response))
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#config.port ?? 0, '127.0.0.1', resolve)
    })
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    for (const call of this.calls.values()) call.end('completed')
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Somebody dials the desk's number. */
  dial(from: string): Call {
    const call = this.#newCall(sid('CA'), from, this.#config.number, 'inbound')
    this.#hooks.set(call.sid, `${this.#publicUrl}/webhooks/twilio/status`)
    void call.goTo(`${this.#publicUrl}/webhooks/twilio/voice`)
    return call
  }

  /** Somebody writes to the desk's number. */
  async text(from: string, body: string, more: Record<string, string> = {}): Promise<Response> {
    const whatsapp = from.startsWith('whatsapp:')
    return this.post('/webhooks/twilio/messaging', {
      MessageSid: sid('SM'),
      AccountSid: this.#config.accountSid,
      From: from,
      To: whatsapp ? `whatsapp:${this.#config.number}` : this.#config.number,
      Body: body,
      NumMedia: '0',
      ...more,
    })
  }

  /** A signed webhook, at a path of the desk's. */
  post(path: string, form: Record<string, string>): Promise<Response> {
    return this.#postTo(this.#publicUrl + path, form)
  }

  /** Several processes on one machine may each have a URL of their own: what is not the desk's is asked for as it is. */
  #postTo(url: string, form: Record<string, string>): Promise<Response> {
    const signature = getExpectedTwilioSignature(this.#config.authToken, url, form)
    const path = this.#pathOf(url)
    return fetch(path === null ? url : this.deskUrl + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': signature,
      },
      body: new URLSearchParams(form),
    })
  }

  /** Null where it is another's. */
  #pathOf(url: string): string | null {
    return url.startsWith(`${this.#publicUrl}/`) ? url.slice(this.#publicUrl.length) : null
  }

  get #publicUrl(): string {
    return this.#config.publicUrl ?? this.deskUrl
  }

  #newCall(id: string, from: string, to: string, direction: 'inbound' | 'outbound-api'): Call {
    const call = new Call({
      sid: id,
      from,
      to,
      direction,
      fetch: (url, form) => this.#fetchTwiml(url, form),
      rooms: this.rooms,
      realTime: this.#config.realTime,
    })
    this.calls.set(id, call)
    call.on('ended', () => void this.#report(call))
    return call
  }

  async #fetchTwiml(url: string, form: Record<string, string>): Promise<Verb[]> {
    try {
      const answer = await this.#postTo(url, { ...form, AccountSid: this.#config.accountSid })
      const body = await answer.text()
      if (!answer.ok) throw new Error(`11200 ${this.#pathOf(url) ?? url} answered ${answer.status}`)
      return readTwiml(body)
    } catch (error) {
      this.#fault((error as Error).message)
      return []
    }
  }

  #fault(what: string): void {
    this.faults.push(what)
    this.emit('fault', what)
  }

  async #report(call: Call): Promise<void> {
    const hook = this.#hooks.get(call.sid)
    if (!hook) return
    await this.#postTo(hook, { ...call.form, CallDuration: '1' }).catch((error: Error) =>
      this.#fault(`status callback: ${error.message}`),
    )
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = Object.fromEntries(new URLSearchParams(body))
    const path = request.url ?? ''
    this.requests.push({ method: request.method ?? '', path, form })
    const answer = (status: number, value: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
    }
    const trouble = this.trouble.shift()
    if (trouble !== undefined)
      return answer(trouble, { code: 20500, message: 'trouble', status: trouble })
    const refused = this.#unknownCaller(request) ?? this.#serve(path, form, answer)
    if (refused) {
      if (refused.code !== 21220) this.#fault(`${refused.code} ${refused.message}`)
      answer(refused.status, { ...refused, more_info: '' })
    }
  }

  #unknownCaller(request: IncomingMessage): Refusal | null {
    const { accountSid, authToken } = this.#config
    const wanted = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    return request.headers.authorization === wanted
      ? null
      : { status: 401, code: 20003, message: 'Authenticate' }
  }

  #serve(
    path: string,
    form: Record<string, string>,
    answer: (status: number, value: object) => void,
  ): Refusal | null {
    const base = `/2010-04-01/Accounts/${this.#config.accountSid}`
    if (path === `${base}/Calls.json`) return this.#create(form, answer)
    if (path === `${base}/Messages.json`) return this.#message(form, answer)
    const known = /^\/Calls\/(\w+)\.json$/.exec(path.slice(base.length))?.[1]
    const call = known && this.calls.get(known)
    if (!call) return { status: 404, code: 20404, message: 'not found' }
    return this.#update(call, form, answer)
  }

  #create(
    form: Record<string, string>,
    answer: (status: number, value: object) => void,
  ): Refusal | null {
    const refused = refuseCall(form, this.#config.number)
    if (refused) return refused
    const call = this.#newCall(sid('CA'), form.From ?? '', form.To ?? '', 'outbound-api')
    this.#hooks.set(call.sid, form.StatusCallback ?? '')
    this.#urls.set(call, form.Url ?? '')
    answer(201, { sid: call.sid, status: 'queued' })
    const seconds = Number(form.Timeout ?? 60)
    this.emit('ringing', call, seconds)
    if (this.#config.realTime) {
      const timer = setTimeout(() => {
        if (call.status === 'ringing') call.end('no-answer')
      }, seconds * 1000)
      call.once('ended', () => clearTimeout(timer))
    }
    return null
  }
  readonly #urls = new Map<Call, string>()

  /** Whoever is rung picks up. */
  pickUp(call: Call): Promise<void> {
    return call.goTo(this.#urls.get(call) ?? '')
  }

  #update(
    call: Call,
    form: Record<string, string>,
    answer: (status: number, value: object) => void,
  ): Refusal | null {
    const refused = refuseUpdate(form)
    if (refused) return refused
    if (call.over) return { status: 400, code: 21220, message: 'the call is not in progress' }
    answer(200, { sid: call.sid, status: call.status })
    if (form.Status) call.end(call.status === 'ringing' ? 'canceled' : 'completed')
    else void call.goTo(form.Url ?? '')
    return null
  }

  #message(
    form: Record<string, string>,
    answer: (status: number, value: object) => void,
  ): Refusal | null {
    const refused = refuseMessage(form, this.#config.number)
    if (refused) return refused
    const message = {
      sid: sid('SM'),
      from: form.From ?? '',
      to: form.To ?? '',
      body: form.Body ?? '',
    }
    this.texts.push(message)
    answer(201, { sid: message.sid, status: 'queued' })
    this.emit('text', message)
    return null
  }
}
