import { z } from 'zod'
import { isListed, isOwn } from './assist/port/hosts.ts'
import type { ModelConfig } from './assist/port/model.ts'
import { type PushService, pushServices } from './channel/push.ts'
import type { TelegramConfig } from './channel/telegram.ts'
import type { TwilioConfig } from './channel/twilio.ts'
import { purposes } from './desk/assist/purpose.ts'

/** The environment as the house uses it, read once; a wrong value stops the start with every fault listed. */

export interface Config {
  host: string
  port: number
  publicUrl: string
  origins: Set<string>
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string }
  deskFile: string
  /** Null: made and kept beside the database. */
  secretKey: Uint8Array | null
  telegram: TelegramConfig | null
  twilio: TwilioConfig | null
  /** Null: no language model is asked anything. */
  model: ModelConfig | null
  /** Whose browsers may be woken; the makers' services stand abroad. */
  push: PushService[]
  logLevel: string
  /** Where the daily anchor of the log goes; null: beside the database. */
  anchorFile: string | null
  /** Channels that are off, and what each is missing. */
  off: { channel: string; missing: string[] }[]
}

export class ConfigError extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

type Env = Record<string, string | undefined>

const origin = z.url({ protocol: /^https?$/ })
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

export function readConfig(env: Env): Config {
  const faults: string[] = []
  const check = (name: string, good: boolean, need: string): void => {
    if (!good) faults.push(`${name}: ${need}`)
  }
  /** An empty variable is an absent one. */
  const get = (name: string): string | undefined => env[name]?.trim() || undefined

  const port = Number(get('PORT') ?? 1717)
  check(
    'PORT',
    Number.isInteger(port) && port >= 0 && port < 65_536,
    'a whole number from 0 to 65535',
  )
  const host = get('HOST') ?? '127.0.0.1'
  const publicUrl = (get('PUBLIC_URL') ?? `http://${host}:${port}`).replace(/\/+$/, '')
  check(
    'PUBLIC_URL',
    get('PUBLIC_URL') === undefined || isOrigin(publicUrl),
    'an address such as https://desk.example.cn, without a path',
  )
  const level = get('LOG_LEVEL') ?? 'info'
  check('LOG_LEVEL', levels.includes(level), `one of ${levels.join(', ')}`)
  const secret = get('SECRET_KEY')
  const secretKey = secret === undefined ? null : Buffer.from(secret, 'base64')
  check(
    'SECRET_KEY',
    secretKey === null || secretKey.length === 32,
    '32 bytes in base64 (openssl rand -base64 32)',
  )
  const database = readDatabase(get('DATABASE_URL') ?? 'file:data/zhiban.db')
  check('DATABASE_URL', database !== null, 'file:PATH or postgres://…')
  for (const name of ['TELEGRAM_API_ROOT', 'TWILIO_API_ROOT', 'OPENAI_BASE_URL']) {
    const value = get(name)
    check(name, value === undefined || origin.safeParse(value).success, 'an http or https address')
  }
  const number = get('TWILIO_NUMBER')
  check(
    'TWILIO_NUMBER',
    number === undefined || /^\+[1-9]\d{6,14}$/.test(number),
    'a number such as +862712345678',
  )
  const token = get('TELEGRAM_BOT_TOKEN')
  check(
    'TELEGRAM_BOT_TOKEN',
    token === undefined || /^\d+:[\w-]+$/.test(token),
    'the token BotFather gave, such as 123456:ABC…',
  )
  const webhookSecret = get('TELEGRAM_WEBHOOK_SECRET')
  check(
    'TELEGRAM_WEBHOOK_SECRET',
    webhookSecret === undefined || /^[\w-]{1,256}$/.test(webhookSecret),
    'letters, digits, _ and - alone, at most 256',
  )
  const model = readModel(get, check)
  const push = listed(get('PUSH_SERVICES'))
  check(
    'PUSH_SERVICES',
    push.every((one) => one in pushServices),
    `any of ${Object.keys(pushServices).join(', ')}`,
  )
  if (faults.length > 0 || database === null) throw new ConfigError(faults)

  const off: Config['off'] = []
  const all = (channel: string, names: string[]): boolean => {
    const missing = names.filter((name) => get(name) === undefined)
    if (missing.length > 0) off.push({ channel, missing })
    return missing.length === 0
  }
  const telegram = all('telegram', ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'])
  const twilio = all('phone', ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_NUMBER'])
  all('push', ['PUSH_SERVICES'])
  const asks = all('model', ['OPENAI_API_KEY', 'OPENAI_BASE_URL'])
  return {
    host,
    port,
    publicUrl,
    origins: originsOf(publicUrl, host, port),
    database,
    deskFile: get('DESK_FILE') ?? 'desk.example.yaml',
    secretKey,
    telegram: telegram
      ? {
          token: token as string,
          secret: webhookSecret as string,
          apiRoot: bare(get('TELEGRAM_API_ROOT')) ?? 'https://api.telegram.org',
        }
      : null,
    twilio: twilio
      ? {
          accountSid: get('TWILIO_ACCOUNT_SID') as string,
          authToken: get('TWILIO_AUTH_TOKEN') as string,
          number: number as string,
          apiRoot: bare(get('TWILIO_API_ROOT')),
          publicUrl,
        }
      : null,
    model: asks ? model : null,
    push: push as PushService[],
    logLevel: level,
    anchorFile: get('ANCHOR_FILE') ?? null,
    off,
  }
}

/** OPENAI_*: where the model is, how often it may be asked in a day, and for what. */
function readModel(
  get: (name: string) => string | undefined,
  check: (name: string, good: boolean, need: string) => void,
): ModelConfig {
  const names = (name: string): string[] => listed(get(name))
  const baseUrl = bare(get('OPENAI_BASE_URL')) ?? ''
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url) {
    const listed = isListed(url.hostname, names('OPENAI_HOSTS'))
    const need = `${url.hostname} is on no list: name it in OPENAI_HOSTS once the centre has decided that case words may go there (docs/decisions/assist.md)`
    check('OPENAI_BASE_URL', listed, need)
    check(
      'OPENAI_BASE_URL',
      url.protocol === 'https:' || isOwn(url.hostname),
      'https outside the office',
    )
  }
  const daily = Number(get('OPENAI_DAILY_REQUESTS') ?? 2000)
  check('OPENAI_DAILY_REQUESTS', Number.isInteger(daily) && daily >= 0, 'a whole number, 0 or more')
  const wanted = names('OPENAI_PURPOSES')
  const known = wanted.every((one) => (purposes as readonly string[]).includes(one))
  check('OPENAI_PURPOSES', known, `any of ${purposes.join(', ')}`)
  return {
    apiKey: get('OPENAI_API_KEY') ?? '',
    baseUrl,
    model: get('OPENAI_MODEL') ?? 'default',
    daily,
    purposes: wanted.length > 0 ? wanted : purposes,
  }
}

const listed = (value: string | undefined): string[] =>
  value?.split(/[\s,，]+/).filter(Boolean) ?? []

const bare = (url: string | undefined): string | null => url?.replace(/\/+$/, '') ?? null

function isOrigin(url: string): boolean {
  return origin.safeParse(url).success && new URL(url).pathname === '/'
}

function readDatabase(url: string): Config['database'] | null {
  if (url.startsWith('file:') && url.length > 5) return { kind: 'sqlite', file: url.slice(5) }
  return /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url) ? { kind: 'postgres', url } : null
}

/** Where a browser may rightly come from: the public address, and the listening one under its usual names. */
export function originsOf(publicUrl: string, host: string, port: number): Set<string> {
  const names = new Set([host, '127.0.0.1', 'localhost'])
  return new Set([
    new URL(publicUrl).origin,
    ...[...names].map(
      (name) => new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin,
    ),
  ])
}
