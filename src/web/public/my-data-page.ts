import { html } from 'hono/html'
import { retentionOf } from '../../desk/retention.ts'
import type { MyData, MyReading } from '../../store/read/my-data.ts'
import { local } from '../csv.ts'
import { myDataWords } from '../locale/my-data.ts'
import { privacyWords } from '../locale/privacy.ts'
import { at, type Html, layout, type Page } from './layout.ts'

/** A client's own data: seen, taken, corrected, deleted, all by plain forms. */

export type Done = 'corrected' | 'deleted' | 'later' | null

/** `base`: where its forms go, the cookie's page or a private link's. */
export function myDataPage(page: Page, data: MyData | null, done: Done, base: string): Html {
  const words = myDataWords[page.language]
  const { talk, consultation } = retentionOf(page.desk)
  return layout(
    page,
    words.title,
    html`<h1>${words.title}</h1>
<p>${words.lead}</p>
<p><a href="${at(page, '/privacy')}">${privacyWords[page.language].title}</a></p>
${done ? html`<p class="note" role="status">${words[done]}</p>` : ''}
${
  data
    ? html`<h2>${words.kept}</h2>
<ul>${data.conversations.map(({ openedAt, lawyer }) => html`<li>${words.conversation(stamp(page, openedAt), lawyer)}</li>`)}</ul>
<p>${words.sealed}</p>
<p>${words.how(talk, consultation)}</p>
<p><a class="way" href="${at(page, `${base}/export.json`)}" download>${words.take}</a></p>
<h2>${words.readers}</h2>
${data.readings.length === 0 ? html`<p>${words.noReaders}</p>` : html`<ul>${data.readings.map((reading) => html`<li>${told(page, reading)}</li>`)}</ul>`}
<h2>${words.correctTitle}</h2>
<form method="post" action="${at(page, `${base}/correct`)}">
<label for="text">${words.correctNote}</label>
<textarea id="text" name="text" rows="3" maxlength="4000" required></textarea>
<div class="send"><button type="submit">${words.correctSend}</button></div>
</form>
<h2>${words.deleteTitle}</h2>
<form method="post" action="${at(page, `${base}/delete`)}">
<p>${words.deleteNote}</p>
<p><label><input type="checkbox" name="sure" value="1" required> ${words.deleteSure}</label></p>
<div class="send"><button type="submit">${words.deleteSend}</button></div>
</form>`
    : done
      ? ''
      : html`<p>${words.none}</p>`
}`,
  )
}

const stamp = ({ desk }: Page, iso: string): string => local(desk, iso)

function told(page: Page, { at: instant, role, name, reason }: MyReading): string {
  const words = myDataWords[page.language]
  const who = role === 'lawyer' ? words.lawyer(name) : words.coordinator
  return words.reader(stamp(page, instant), who, reason)
}
