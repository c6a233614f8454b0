import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto'

/** A browser that can be woken and the service of its maker, by the letter of RFC 8030, 8188, 8291 and 8292. */

const text = (part = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(part, 'base64url').toString())

export class FakeBrowser {
  readonly endpoint = `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`
  readonly #key: ECDH = createECDH('prime256v1')
  readonly #auth = randomBytes(16)
  readonly #public = this.#key.generateKeys()

  get subscription() {
    const keys = {
      p256dh: this.#public.toString('base64url'),
      auth: this.#auth.toString('base64url'),
    }
    return { endpoint: this.endpoint, keys }
  }

  /** RFC 8291 §3.4 and RFC 8188 §2: what the page's service worker gets to see. Throws where a byte is not right. */
  decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const size = body.readUInt32BE(16)
    const length = body.readUInt8(20)
    const sender = body.subarray(21, 21 + length)
    const record = body.subarray(21 + length)
    if (record.length > size) throw new Error('more than one record')
    const secret = this.#key.computeSecret(sender)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.#public, sender])
    const ikm = Buffer.from(hkdfSync('sha256', secret, this.#auth, info, 32))
    const derive = (name: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', ikm, salt, `Content-Encoding: ${name}\0`, bytes))
    const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    open.setAuthTag(record.subarray(-16))
    const plain = Buffer.concat([open.update(record.subarray(0, -16)), open.final()])
    const end = plain.findLastIndex((byte) => byte !== 0)
    if (plain[end] !== 2) throw new Error('the last record is not marked as the last')
    return plain.subarray(0, end).toString()
  }
}

export interface Pushed {
  endpoint: string
  headers: Record<string, string>
  body: Buffer
}

/** Takes what a desk sends it, and refuses what the real services would refuse. */
export class FakePushService {
  readonly got: Pushed[] = []
  readonly refused: string[] = []
  status = 201
  readonly #applicationServerKey: () => string

  constructor(applicationServerKey: () => string) {
    this.#applicationServerKey = applicationServerKey
  }

  readonly fetch = async (url: string, given: RequestInit): Promise<Response> => {
    // As it would go out: a Request writes its method in capitals.
    const request = new Request(url, given)
    const headers = Object.fromEntries(request.headers)
    const body = Buffer.from(await request.arrayBuffer())
    const fault = this.#fault(new URL(url).origin, request.method, headers, body)
    if (fault) {
      this.refused.push(fault)
      return new Response(null, { status: 400 })
    }
    this.got.push({ endpoint: url, headers, body })
    return new Response(null, { status: this.status })
  }

  #fault(
    origin: string,
    method: string,
    headers: Record<string, string>,
    body: Buffer,
  ): string | null {
    if (method !== 'POST') return `method ${method}`
    if (headers['content-encoding'] !== 'aes128gcm') return 'content-encoding'
    if (!/^\d+$/.test(headers.ttl ?? '')) return 'ttl'
    if (!['very-low', 'low', 'normal', 'high'].includes(headers.urgency ?? '')) return 'urgency'
    if (body.length > 4096) return 'too large'
    return this.#vapid(origin, headers.authorization ?? '')
  }

  /** RFC 8292 §2–3: an ES256 token for this service alone, of the key the browser was given, for a day at most. */
  #vapid(origin: string, authorization: string): string | null {
    const [, token = '', key = ''] = /^vapid t=([\w.-]+),\s*k=([\w-]+)$/.exec(authorization) ?? []
    if (key !== this.#applicationServerKey()) return 'another application server key'
    const [head = '', claims = '', signature = ''] = token.split('.')
    const { alg } = text(head)
    if (alg !== 'ES256') return `alg ${alg}`
    const point = Buffer.from(key, 'base64url')
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((b) => b.toString('base64url'))
    const jwk = { kty: 'EC', crv: 'P-256', x, y }
    const signed = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
    if (!signed) return 'signature'
    const { aud, exp, sub } = text(claims)
    const left = Number(exp) - Date.now() / 1000
    if (aud !== origin) return `aud ${aud}`
    if (!(left > 0 && left <= 86_400)) return `exp ${exp}`
    return /^(mailto:|https:)/.test(String(sub)) ? null : `sub ${sub}`
  }
}
