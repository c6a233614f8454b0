import { type Context, Hono } from 'hono'
import { FaultError } from '../../desk/fault.ts'
import { readForm } from '../answer.ts'
import { acceptInvitation, invitationOf, usernameOf } from '../invite.ts'
import type { WebParts } from '../parts.ts'
import { goneInvitation, invitedPage, invitePage, type Wrong } from './invite-page.ts'
import { pageOf } from './layout.ts'

/** The page of an invitation. Neither the link nor what is typed is kept by anybody on the way. */

export function invitePages(parts: WebParts, version: string): Hono {
  const app = new Hono()
  const page = async (c: Context) => pageOf(c, await parts.desk(), version)
  const tokenOf = (c: Context): string => (c.req.param('token') ?? '').slice(0, 64)

  const show = async (c: Context, username: string | null, wrong: Wrong | null) => {
    c.header('cache-control', 'no-store')
    const invitation = await invitationOf(parts, tokenOf(c))
    if (!invitation) return c.html(goneInvitation(await page(c)), 404)
    const known = await usernameOf(parts, invitation.staff)
    const shown = { invitation, username: username ?? known, known: known !== '', wrong }
    return c.html(invitePage(await page(c), { ...shown, now: parts.now() }), wrong ? 400 : 200)
  }

  app.get('/invite/:token', (c) => show(c, null, null))
  app.post('/invite/:token', async (c) => {
    const { username = '', password = '' } = await readForm(c)
    try {
      await acceptInvitation(parts, tokenOf(c), { username: username.trim(), password })
    } catch (error) {
      const wrong = error instanceof FaultError ? wrongOf(error) : null
      if (error instanceof FaultError && error.fault.code === 'not_found')
        return show(c, null, null)
      if (wrong === null) throw error
      return show(c, username.trim(), wrong)
    }
    c.header('cache-control', 'no-store')
    return c.html(invitedPage(await page(c)))
  })
  return app
}

function wrongOf({ fault }: FaultError): Wrong | null {
  if (fault.code === 'malformed') return 'username'
  if (fault.code === 'username_taken') return 'taken'
  return fault.code === 'weak_password' ? ((fault.fields?.[1] ?? 'short') as Wrong) : null
}
