// The builder alone: the whole library takes 150 ms to load, and a call's first answer would wait for it.
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js'
import type { Language } from '../desk/desk.ts'
import type { Script } from '../desk/state.ts'
import { pronounced, type Sound } from './pronounce.ts'

/** A script as TwiML: Twilio's published verbs and attributes only. No document of ours can ask for a recording (Art. 24). */

type Say = { voice: 'Polly.Zhiyu' | 'Polly.Joanna'; language: 'cmn-CN' | 'en-US' }

const voices: Record<Language, Say> = {
  'zh-CN': { voice: 'Polly.Zhiyu', language: 'cmn-CN' },
  en: { voice: 'Polly.Joanna', language: 'en-US' },
}
const listens: Record<Language, 'cmn-Hans-CN' | 'en-US'> = {
  'zh-CN': 'cmn-Hans-CN',
  en: 'en-US',
}

interface Speaker {
  say(attributes: Say): {
    addText(text: string): void
    sayAs(a: { 'interpret-as': 'digits' }, t: string): unknown
    phoneme(a: { alphabet: 'x-amazon-pinyin'; ph: string }, t: string): unknown
    sub(a: { alias: string }, t: string): unknown
  }
}

/** `next` is the URL this leg comes to with what was pressed, or with nothing. */
export function render(script: Script, next: string): string {
  const response = new VoiceResponse()
  const { lines, next: action } = script
  if (action.do === 'ask') {
    const speech = action.hints.length > 0
    const gather = response.gather({
      input: speech ? ['dtmf', 'speech'] : ['dtmf'],
      numDigits: 1,
      timeout: action.seconds,
      action: next,
      method: 'POST',
      ...(speech
        ? {
            language: listens[action.language],
            hints: action.hints.join(','),
            speechTimeout: 'auto',
          }
        : {}),
    })
    speak(gather as unknown as Speaker, lines)
    response.redirect({ method: 'POST' }, next)
    return response.toString()
  }
  speak(response as unknown as Speaker, lines)
  if (action.do === 'join') {
    response
      .dial({ action: next, method: 'POST' })
      .conference(
        { startConferenceOnEnter: true, endConferenceOnExit: true, beep: 'onEnter' },
        action.room,
      )
  } else {
    response.hangup()
  }
  return response.toString()
}

function speak(where: Speaker, lines: Script['lines']): void {
  for (const { language, parts } of lines) {
    const say = where.say(voices[language])
    for (const part of parts) {
      if (typeof part !== 'string') say.sayAs({ 'interpret-as': 'digits' }, part.digits)
      else for (const sound of pronounced(part, language)) utter(say, sound)
    }
  }
}

function utter(say: ReturnType<Speaker['say']>, sound: Sound): void {
  if ('alias' in sound) say.sub({ alias: sound.alias }, sound.text)
  else if ('pinyin' in sound) {
    say.phoneme({ alphabet: 'x-amazon-pinyin', ph: sound.pinyin }, sound.text)
  } else say.addText(sound.text)
}

export const emptyResponse = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
export const hangupResponse = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>'
