import { createRoute, z } from '@hono/zod-openapi'
import type { Content } from '../../desk/flow.ts'
import type { WebParts } from '../parts.ts'
import { json, mayFail, require, staffApp } from './staff-app.ts'

/** What clients are told: the flows, their versions, and whether a lawyer has reviewed them. */

const Both = z.object({ 'zh-CN': z.string(), en: z.string() })

const route = createRoute({
  method: 'get',
  path: '/flows',
  summary: 'The texts clients are led through: versions, steps, and what awaits review by a lawyer',
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            id: z.string(),
            title: Both,
            version: z.string(),
            /** Conversations that began with one of these go on in it. */
            earlier: z.array(z.string()),
            reviewed: z.number(),
            steps: z.array(
              z.object({
                id: z.string(),
                title: Both,
                reviewed: z.boolean(),
                cites: z.array(z.string()),
              }),
            ),
          }),
        ),
      }),
      'Flows',
    ),
    ...mayFail(401),
  },
})

function flowsOf({ flows }: Content) {
  const ids = [...new Set(flows.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const zh = flows.filter((flow) => flow.id === id && flow.language === 'zh-CN')
    const [newest, ...earlier] = zh
    const english = flows.find((flow) => flow.id === id && flow.language === 'en')
    if (!newest || !english) return []
    const steps = Object.entries(newest.steps).map(([step, at]) => ({
      id: step,
      title: { 'zh-CN': at.title, en: english.steps[step]?.title ?? at.title },
      reviewed: at.reviewed === true,
      cites: at.cites,
    }))
    return {
      id,
      title: { 'zh-CN': newest.title, en: english.title },
      version: newest.version,
      earlier: earlier.map(({ version }) => version).filter((one) => one !== newest.version),
      reviewed: steps.filter(({ reviewed }) => reviewed).length,
      steps,
    }
  })
}

export function flows({ content }: WebParts) {
  return staffApp().openapi(route, (c) => {
    require(c.get('staff'), 'texts.see')
    return c.json({ items: flowsOf(content) }, 200)
  })
}
