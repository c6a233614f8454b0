import { type Context, Hono } from 'hono'
import { FaultError } from '../../desk/fault.ts'
import type { Authority } from '../../desk/rota/facts.ts'
import { receipts } from '../../store/read/rota.ts'
import { readForm } from '../answer.ts'
import type { WebParts } from '../parts.ts'
import { lawyerCalendar, publishedCalendar, publishedCsv } from '../rota-feeds.ts'
import { authorityOf, lawyerOfLink } from '../rota-links.ts'
import { pageOf } from './layout.ts'
import { rotaPage } from './rota-page.ts'

/** Private links: an authority's rota as page, CSV and calendar, and a lawyer's own calendar. No sign-in. */

const CALENDAR = { 'content-type': 'text/calendar; charset=utf-8' }
const CSV = { 'content-type': 'text/csv; charset=utf-8' }

export function rotaPages(parts: WebParts, version: string): Hono {
  const app = new Hono()

  /** A wrong or renewed token is a page that is not there. */
  async function authority(c: Context, token: string): Promise<Authority> {
    c.header('x-robots-tag', 'noindex')
    c.header('cache-control', 'no-store')
    const found = authorityOf(parts, await parts.desk(), token)
    if (!found) throw new FaultError('not_found')
    return found
  }

  /** That they had it is kept, the first time for each version. */
  async function seen({ id }: Authority, acknowledged: boolean, shown?: number): Promise<void> {
    const version = shown ?? (await parts.desk()).publication?.version
    if (version === undefined) return
    const kind = acknowledged ? 'acknowledged' : 'opened'
    await parts.handle(
      { type: 'publication.seen', authority: id, version, acknowledged },
      `rota:${kind}:${id}:${version}`,
    )
  }

  app.get('/rota/:file{[A-Za-z0-9_-]+\\.csv}', async (c) => {
    const who = await authority(c, c.req.param('file').slice(0, -4))
    await seen(who, false)
    const desk = await parts.desk()
    return c.body(publishedCsv(desk, desk.publication), 200, CSV)
  })
  app.get('/rota/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const who = await authority(c, c.req.param('file').slice(0, -4))
    await seen(who, false)
    const desk = await parts.desk()
    return c.body(publishedCalendar(desk, desk.publication), 200, CALENDAR)
  })
  app.get('/rota/:token{[A-Za-z0-9_-]+}', async (c) => {
    const token = c.req.param('token')
    const who = await authority(c, token)
    await seen(who, false)
    const page = pageOf(c, await parts.desk(), version)
    const current = page.desk.publication?.version
    const receipt = (await receipts(parts.engine.db)).find(
      (one) => one.authority === who.id && one.version === current,
    )
    return c.html(rotaPage(page, who, `/rota/${token}`, receipt?.acknowledgedAt ?? null))
  })
  app.post('/rota/:token{[A-Za-z0-9_-]+}', async (c) => {
    const token = c.req.param('token')
    const who = await authority(c, token)
    const shown = Number((await readForm(c)).version)
    const last = (await parts.desk()).publication?.version ?? 0
    if (!Number.isInteger(shown) || shown < 1 || shown > last) throw new FaultError('malformed')
    await seen(who, true, shown)
    return c.redirect(`/rota/${token}`, 303)
  })
  app.get('/calendar/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    c.header('cache-control', 'no-store')
    const desk = await parts.desk()
    const lawyer = lawyerOfLink(parts, desk, c.req.param('file').slice(0, -4))
    if (!lawyer) throw new FaultError('not_found')
    return c.body(lawyerCalendar(desk, lawyer, parts.now()), 200, CALENDAR)
  })
  return app
}
