import { openAssist } from './assist/open.ts'
import type { Channel as Carrier } from './channel/channel.ts'
import { openMessaging } from './channel/messaging.ts'
import { openPush, pushServices } from './channel/push.ts'
import { openTelegram } from './channel/telegram.ts'
import { TWILIO, type TwilioConfig } from './channel/twilio.ts'
import { openVoice } from './channel/voice.ts'
import type { Config } from './config.ts'
import type { Prompt, Purpose } from './desk/assist/purpose.ts'
import type { Channel, Desk } from './desk/desk.ts'
import type { Content } from './desk/flow.ts'
import type { Timer } from './desk/state.ts'
import { makeHandle, NoDesk, newId } from './handle.ts'
import { Answerer } from './job/answer.ts'
import { Courier } from './job/deliver.ts'
import { Indexer } from './job/indexer.ts'
import { KeyWatch } from './job/key-watch.ts'
import type { Log } from './job/log.ts'
import { Peers } from './job/peers.ts'
import { type Sleep, sleepHere } from './job/sleep.ts'
import { Ticker } from './job/tick.ts'
import { type Fetch, openDoor } from './outgoing.ts'
import { Advisor } from './simulate/advice.ts'
import type { Engine } from './store/engine.ts'
import { Opener } from './store/opener.ts'
import { breakLeases, type Due } from './store/outbox.ts'
import { pushKeys } from './store/push-keys.ts'
import type { Seal } from './store/seal.ts'
import { ensureTimer } from './store/timer.ts'
import { makeApp } from './web/app.ts'
import { makeAuth } from './web/auth.ts'
import { Bell } from './web/bell.ts'
import type { Asset } from './web/parts.ts'

/** One desk, put together: the same parts whichever root, engine or clock it runs on. */

export interface DeskParts {
  config: Pick<Config, 'publicUrl' | 'origins' | 'telegram' | 'model' | 'push'>
  /** Asked each time: the practice line comes and goes while the desk runs. */
  twilio: () => TwilioConfig | null
  engine: Engine
  seal: Seal
  content: Content
  /** Instructions for the language model, read when first needed. */
  prompts: () => ReadonlyMap<Purpose, Prompt>
  now: () => number
  random: () => number
  /** How the jobs wait for what is due; in this process unless said otherwise. */
  sleep?: Sleep
  log: Log
  asset: (path: string) => Promise<Asset | null>
  /** Of the pages' style sheet and script. */
  version: string
}

export interface RunningDesk {
  fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  handle: ReturnType<typeof makeHandle>
  courier: Courier
  ticker: Ticker
  answerer: Answerer
  desk: () => Promise<Desk>
  start(): Promise<void>
  stop(): Promise<void>
}

export function assemble(parts: DeskParts): RunningDesk {
  const { config, twilio, engine, seal, content, random, log, sleep = sleepHere } = parts
  const bell = new Bell()
  const { notices } = engine
  const peers = notices
    ? new Peers({
        id: newId(),
        engine: { ...engine, notices },
        handle: () => handle,
        clock: parts.now,
        log,
        ring: (topics) => (topics ? bell.ring(topics) : bell.ringAll()),
        wakeCourier: () => courier.wake(),
        pokeTicker: (at) => ticker.poke(at),
      })
    : null
  const now = peers ? () => peers.now() : parts.now
  const out = openDoor({
    places: () => placesOf(config, twilio()),
    refused: (host, code) => log.warn({ host, code }, 'a request out was refused'),
  })
  const push = openPush({
    keys: async () => ({ ...(await pushKeys(engine.db, seal)), subject: subjectOf(config) }),
    out,
  })
  const carrier = carriers(config, twilio, push, out)
  const handle = makeHandle({
    engine,
    seal,
    content,
    channels: () => channelsOn(config, twilio()),
    assist: new Set((config.model?.purposes ?? []) as Purpose[]),
    publicUrl: config.publicUrl,
    now,
    committed: (news) => {
      const { touched, outbox, asked, forgot, timer } = news
      peers?.tell(news)
      bell.ring(touched)
      indexer.wake()
      if (outbox) courier.wake()
      if (asked) answerer.wake()
      if (forgot) void engine.erase()
      if (timer !== null) ticker.poke(timer)
    },
  })
  const opener = new Opener(seal, handle.facts)
  const courier = new Courier({
    engine,
    opener,
    handle,
    channel: carrier,
    now,
    random,
    sleep,
    log,
    self: peers,
  })
  const ticker = new Ticker({ engine, handle, now, sleep, log })
  const keyWatch = new KeyWatch({ engine, seal, sleep, log })
  const indexer = new Indexer({ engine, seal, sleep, log })

  const desk = async (): Promise<Desk> => {
    const found = await handle.facts.read(engine.db)
    if (!found) throw new NoDesk('no desk has been imported')
    return found
  }
  const answerer = new Answerer({
    engine,
    seal,
    handle: () => handle,
    assist: openAssist({ model: config.model, prompts: parts.prompts, content, now, out }),
    desk,
    content,
    now,
    daily: config.model?.daily ?? 0,
    log,
  })
  const advisor = new Advisor({ db: () => engine.db, desk, content, now })
  const auth = makeAuth({
    engine,
    now,
    lookup: (text) => seal.lookup('sign-in', text),
    secret: seal.derive('sign-in').toString('base64'),
    publicUrl: config.publicUrl,
    origins: config.origins,
  })
  const app = makeApp(
    {
      engine,
      seal,
      handle,
      desk,
      content,
      answerer,
      model: config.model,
      bell,
      auth,
      publicUrl: config.publicUrl,
      origins: config.origins,
      telegram: config.telegram,
      push: config.push,
      twilio,
      now,
      indexed: () => indexer.catchUp(),
      staffing: (span) => advisor.ask(span),
      log,
      asset: parts.asset,
      carrier,
    },
    parts.version,
  )
  return {
    fetch: app.fetch,
    handle,
    courier,
    ticker,
    answerer,
    desk,
    start: async () => {
      if (peers) await peers.start()
      else await takeUp(engine, handle)
      await engine.atomically((tx) => ensureTimer(tx, retentionFrom(now())))
      await ticker.run()
      courier.wake()
      indexer.wake()
      answerer.wake()
      keyWatch.start()
    },
    stop: async () => {
      keyWatch.stop()
      await advisor.stop()
      await indexer.stop()
      await ticker.stop()
      await answerer.stop()
      await courier.stop()
      await peers?.stop()
    },
  }
}

/** Retention looks each day, from the first start on. */
const retentionFrom = (now: number): Timer => ({
  id: 'retention:desk',
  kind: 'retention',
  subject: 'desk',
  dueAt: now + 86_400_000,
})

/** Goes on where a process that died left off. A call it had begun to place is not placed twice: the next lawyer is asked. */
async function takeUp(engine: Engine, handle: ReturnType<typeof makeHandle>): Promise<void> {
  const begun = await engine.atomically((tx) => breakLeases(tx))
  for (const { key, act } of begun) {
    if (act.do !== 'ring') continue
    await handle({ type: 'delivery.failed', item: key, code: 'cut_off' })
  }
}

const channelsOn = (
  { telegram }: DeskParts['config'],
  twilio: TwilioConfig | null,
): ReadonlySet<Channel> =>
  new Set<Channel>([
    'webchat',
    ...(telegram ? (['telegram'] as const) : []),
    ...(twilio ? (['phone', 'sms', 'whatsapp'] as const) : []),
  ])

/** Where the desk may turn, as the environment says; nowhere, as it is installed. */
const placesOf = (
  { telegram, model, push }: DeskParts['config'],
  twilio: TwilioConfig | null,
): string[] => [
  ...(telegram ? [telegram.apiRoot] : []),
  ...(twilio ? [twilio.apiRoot ?? TWILIO] : []),
  ...(model ? [model.baseUrl] : []),
  ...push.map((service) => pushServices[service]),
]

/** Whom a push service may turn to (RFC 8292 §2.1): it wants a secure address, or one for mail. */
const subjectOf = ({ publicUrl }: DeskParts['config']): string =>
  publicUrl.startsWith('https:') ? publicUrl : 'mailto:desk@zhiban.invalid'

/** A carrier is opened once for each account it is used with. */
function carriers(
  { telegram }: DeskParts['config'],
  twilio: () => TwilioConfig | null,
  push: Carrier,
  out: Fetch,
): (name: Due['channel']) => Carrier | null {
  const chat = telegram && openTelegram(telegram, out)
  let open: { for: TwilioConfig; by: Record<'phone' | 'sms' | 'whatsapp', Carrier> } | null = null
  return (name) => {
    if (name === 'telegram') return chat
    if (name === 'push') return push
    const config = twilio()
    if (!config) return null
    if (open?.for !== config) {
      const by = {
        phone: openVoice(config, out),
        sms: openMessaging(config, 'sms', out),
        whatsapp: openMessaging(config, 'whatsapp', out),
      }
      open = { for: config, by }
    }
    return open.by[name]
  }
}
