import { OpenAPIHono } from '@hono/zod-openapi'
import type { StaffEnv } from '../api/staff-app.ts'
import type { WebParts } from '../parts.ts'
import { notices } from './notices.ts'
import { peopleFile } from './people-file.ts'
import { pleas } from './pleas.ts'
import { tasks } from './tasks.ts'

/** The dossier's routes in one. */
export function dossier(parts: WebParts) {
  return new OpenAPIHono<StaffEnv>()
    .route('/', peopleFile(parts))
    .route('/', notices(parts))
    .route('/', tasks(parts))
    .route('/', pleas(parts))
}
