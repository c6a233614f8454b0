import { html } from 'hono/html'
import { sayTimeEn, sayTimeZh } from '../../desk/locale/time.ts'
import type { Invitation } from '../../store/invitation.ts'
import { inviteWords } from '../locale/invite.ts'
import { type Html, layout, type Page } from './layout.ts'

/** Where somebody invited sets user name and password; works without script. */

export type Wrong = keyof (typeof inviteWords)['zh-CN']['wrong']

interface Shown {
  invitation: Invitation
  username: string
  /** An account is there already. */
  known: boolean
  wrong: Wrong | null
  now: number
}

export function invitePage(page: Page, shown: Shown): Html {
  const words = inviteWords[page.language]
  const { invitation, username, known, wrong, now } = shown
  const say = page.language === 'en' ? sayTimeEn : sayTimeZh
  const name = wrong === 'username' || wrong === 'taken'
  const invalid = html`aria-invalid="true" aria-describedby="wrong"`
  return layout(
    page,
    words.title,
    html`<h1>${words.title}</h1>
<p class="lead">${words.lead(invitation.name, page.desk.name, words.roles[invitation.role])}</p>
${known ? html`<p><b>${words.again}</b></p>` : ''}
${wrong ? html`<p id="wrong" class="wrong" role="alert">${words.wrong[wrong]}</p>` : ''}
<form method="post" class="fields">
<label for="username">${words.username}</label>
<p class="note" id="username-note">${words.usernameNote}</p>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required value="${username}" ${name ? invalid : html`aria-describedby="username-note"`}>
<label for="password">${words.password}</label>
<p class="note" id="password-note">${words.passwordNote}</p>
<input id="password" name="password" type="password" autocomplete="new-password" required ${wrong && !name ? invalid : html`aria-describedby="password-note"`}>
<button class="primary" type="submit">${words.set}</button>
</form>
<p>${words.until(say(invitation.expiresAt, now, page.desk.timezone))}</p>`,
  )
}

export const invitedPage = (page: Page): Html => {
  const words = inviteWords[page.language]
  return layout(
    page,
    words.doneTitle,
    html`<h1>${words.doneTitle}</h1><p class="lead">${words.done}</p>
<p><a class="way first" href="/console"><b>${words.signIn}</b></a></p>`,
  )
}

export const goneInvitation = (page: Page): Html => {
  const words = inviteWords[page.language]
  return layout(
    page,
    words.goneTitle,
    html`<h1>${words.goneTitle}</h1><p class="lead">${words.gone}</p>`,
  )
}
