import { createRoute, z } from '@hono/zod-openapi'
import { languages } from '../../desk/desk.ts'
import { wordings } from '../../desk/staff/wording.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, staffApp } from './staff-app.ts'

const snippetsRoute = createRoute({
  method: 'get',
  path: '/snippets',
  summary:
    'Plain-language paragraphs of the flows with the articles they rest on, to send in one tap',
  request: { query: z.object({ language: z.enum(languages).default('zh-CN') }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            flow: z.string().openapi({ description: 'Title of the flow' }),
            title: z.string(),
            text: z.string(),
            cites: z.array(z.string()),
            reviewed: z.boolean(),
          }),
        ),
      }),
      'Paragraphs, in the flows’ order',
    ),
    ...mayFail(400, 401),
  },
})

const wordingRoute = createRoute({
  method: 'get',
  path: '/wording',
  summary: 'What a lawyer is warned of before it is sent (Art. 29): regular expressions, by kind',
  responses: {
    200: json(
      z.object({ items: z.array(z.object({ kind: z.string(), pattern: z.string() })) }),
      'Patterns, to be matched without regard to case',
    ),
    ...mayFail(401),
  },
})

/** Questions of the way in, which are asked and not told. */
const asked = new Set(['intake', 'facts'])

export function snippets({ content }: WebParts) {
  return staffApp()
    .openapi(snippetsRoute, (c) => {
      const { language } = c.req.valid('query')
      const seen = new Set<string>()
      const items = content.flows.flatMap((flow) => {
        if (flow.language !== language || asked.has(flow.id) || seen.has(flow.id)) return []
        // The newest version stands first.
        seen.add(flow.id)
        return Object.entries(flow.steps).map(([id, step]) => ({
          id: `${flow.id}/${id}`,
          flow: flow.title,
          title: step.title,
          text: step.text.trim(),
          cites: step.cites,
          reviewed: step.reviewed === true,
        }))
      })
      return c.json({ items }, 200)
    })
    .openapi(wordingRoute, (c) =>
      c.json(
        { items: Object.entries(wordings).map(([kind, pattern]) => ({ kind, pattern })) },
        200,
      ),
    )
}
