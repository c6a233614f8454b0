import { z } from '@hono/zod-openapi'
import type { Staff } from '../../desk/access.ts'
import type { DossierAct } from '../../desk/dossier/act.ts'
import type { Sent } from '../../desk/dossier/paper.ts'
import { FaultError } from '../../desk/fault.ts'
import { iso } from '../../store/read/entry.ts'
import { instant } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'

/** What the dossier's routes share. */

/** Files it, or raises the fault. */
export async function askDossier(
  parts: WebParts,
  { id, role }: Staff,
  act: DossierAct,
): Promise<void> {
  const { fault } = await parts.handle({ type: 'dossier.asked', by: { id, role }, act })
  if (fault) throw new FaultError(fault.code, fault)
}

export const Id = z.object({ id: z.string() })
export const short = z.string().trim().max(200)
export const line = short.min(1)
export const long = z.string().trim().max(4000)
export const date = z.iso.date()

export const SentBody = z.object({
  at: instant.optional().openapi({ description: 'When; now where left out' }),
  method: line.openapi({ description: 'How: 专人送达, 邮寄, 传真, 协同系统 …' }),
  to: short.default('').openapi({ description: 'Who took it' }),
  proof: short.default('').openapi({ description: 'Receipt number, postmark, signature' }),
})

export const sentFields = ({ at, ...rest }: z.infer<typeof SentBody>, now: number) => ({
  at: at ?? now,
  ...rest,
})

export const SentView = z
  .object({
    at: z.string(),
    method: z.string(),
    to: z.string(),
    proof: z.string(),
    by: z.string(),
  })
  .nullable()

export const sentView = (sent: Sent | null) => sent && { ...sent, at: iso(sent.at) }
