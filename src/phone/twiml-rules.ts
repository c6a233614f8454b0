import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** Twilio's published voice TwiML, as far as a call can use it: verbs, what may stand inside them, their attributes. */
const say = ['voice', 'language', 'loop']
const rules: Record<string, { attributes: string[]; inside: string[] }> = {
  Response: {
    attributes: [],
    inside: [
      'Say',
      'Play',
      'Pause',
      'Gather',
      'Dial',
      'Redirect',
      'Hangup',
      'Reject',
      'Enqueue',
      'Leave',
    ],
  },
  Say: {
    attributes: say,
    inside: [
      '#text',
      'say-as',
      'break',
      'emphasis',
      'lang',
      'p',
      'phoneme',
      'prosody',
      's',
      'sub',
      'w',
    ],
  },
  'say-as': { attributes: ['interpret-as', 'format', 'role'], inside: ['#text'] },
  // Twilio, Text-to-Speech with SSML: phoneme and sub.
  phoneme: { attributes: ['alphabet', 'ph'], inside: ['#text'] },
  sub: { attributes: ['alias'], inside: ['#text'] },
  Play: { attributes: ['digits', 'loop'], inside: ['#text'] },
  Pause: { attributes: ['length'], inside: [] },
  Gather: {
    attributes: [
      'action',
      'method',
      'input',
      'numDigits',
      'timeout',
      'finishOnKey',
      'actionOnEmptyResult',
      'language',
      'hints',
      'speechTimeout',
      'speechModel',
      'profanityFilter',
      'bargeIn',
      'enhanced',
      'maxSpeechTime',
      'partialResultCallback',
      'partialResultCallbackMethod',
      'dtmfDetection',
      'debug',
    ],
    inside: ['Say', 'Play', 'Pause'],
  },
  Dial: {
    attributes: [
      'action',
      'answerOnBridge',
      'callerId',
      'hangupOnStar',
      'method',
      'ringTone',
      'sequential',
      'timeLimit',
      'timeout',
      'trim',
    ],
    inside: ['#text', 'Number', 'Client', 'Conference', 'Queue', 'Sip', 'Sim'],
  },
  Conference: {
    attributes: [
      'muted',
      'startConferenceOnEnter',
      'endConferenceOnExit',
      'participantLabel',
      'jitterBufferSize',
      'beep',
      'maxParticipants',
      'region',
      'waitUrl',
      'waitMethod',
      'statusCallback',
      'statusCallbackEvent',
      'statusCallbackMethod',
    ],
    inside: ['#text'],
  },
  Redirect: { attributes: ['method'], inside: ['#text'] },
  Hangup: { attributes: [], inside: [] },
}

export interface Verb {
  name: string
  attributes: Record<string, string>
  children: Verb[]
  /** All text inside, in order. */
  text: string
}

export class TwimlError extends Error {}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
})

type Node = Record<string, unknown> & { ':@'?: Record<string, string> }

/** Reads a document as strictly as the carrier would; throws TwimlError naming what it would refuse. */
export function readTwiml(xml: string): Verb[] {
  const sound = XMLValidator.validate(xml)
  if (sound !== true) throw new TwimlError(`12100 document parse failure: ${sound.err.msg}`)
  const top = (parser.parse(xml) as Node[]).filter((node) => !('?xml' in node))
  const [response, ...more] = top
  if (!response || !('Response' in response) || more.length > 0) {
    throw new TwimlError('12100 the root must be <Response>')
  }
  return toVerb(response).children
}

function toVerb(node: Node): Verb {
  const name = Object.keys(node).find((key) => key !== ':@') ?? ''
  const rule = rules[name]
  if (!rule) throw new TwimlError(`12200 unknown verb or noun <${name}>`)
  const attributes = node[':@'] ?? {}
  for (const attribute of Object.keys(attributes)) {
    if (!rule.attributes.includes(attribute)) {
      throw new TwimlError(`12200 <${name}> has no attribute ${attribute}`)
    }
  }
  const children: Verb[] = []
  let text = ''
  for (const inner of node[name] as Node[]) {
    if ('#text' in inner) {
      const words = String(inner['#text'])
      if (words.trim() !== '' && !rule.inside.includes('#text')) {
        throw new TwimlError(`12200 <${name}> holds no text`)
      }
      text += words
      continue
    }
    const child = toVerb(inner)
    if (!rule.inside.includes(child.name)) {
      throw new TwimlError(`12200 <${child.name}> may not stand in <${name}>`)
    }
    children.push(child)
    text += child.text
  }
  return { name, attributes, children, text }
}
