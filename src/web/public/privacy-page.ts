import { html } from 'hono/html'
import { retentionOf } from '../../desk/retention.ts'
import { privacyWords } from '../locale/privacy.ts'
import type { WebParts } from '../parts.ts'
import { at, type Html, layout, type Page } from './layout.ts'
import { spaced } from './pages.ts'

/** The whole notice: what each channel's first lines are short for. Only who is switched on is named. */

export type Hands = keyof (typeof privacyWords)['en']['third']

export const handsOf = ({ telegram, twilio, model, push }: WebParts): Hands[] => [
  ...(twilio() ? (['phone', 'sms', 'whatsapp'] as const) : []),
  ...(telegram ? (['telegram'] as const) : []),
  ...(model ? (['model'] as const) : []),
  ...(push.length > 0 ? (['push'] as const) : []),
]

export function privacyPage(page: Page, hands: Hands[]): Html {
  const { desk, language } = page
  const words = privacyWords[language]
  const { talk, address, trace, consultation } = retentionOf(desk)
  const [station] = desk.stations
  const told = {
    desk: desk.name,
    address: station?.address ? `${language === 'en' ? ', ' : '，'}${station.address}` : '',
    phone: station?.phone ? spaced(station.phone).trim() : '',
    talk: words.kept(talk),
    consultation: words.kept(consultation),
    number: words.kept(address),
    trace: words.kept(trace),
  }
  const third = hands.map((hand) => words.third[hand] ?? '')
  return layout(
    page,
    words.title,
    html`<h1>${words.title}</h1>
<p class="lead">${words.lead(desk.name)}</p>
${words
  .sections(told)
  .map(([title, ...lines]) => html`<h2>${title}</h2>${lines.map((line) => html`<p>${line}</p>`)}`)}
<h2>${words.thirdTitle}</h2>
${third.length === 0 ? html`<p>${words.thirdNone}</p>` : html`<ul>${third.map((line) => html`<li>${line}</li>`)}</ul>`}
<h2>${words.rightsTitle}</h2>
<ul>${words.rights.map((line) => html`<li>${line}</li>`)}</ul>
<p><a class="way" href="${at(page, '/my-data')}"><b>${words.mine}</b></a></p>`,
  )
}
