import { OpenAPIHono } from '@hono/zod-openapi'
import type { StaffEnv } from '../api/staff-app.ts'
import { allowances } from '../ledger/allowances.ts'
import { batches } from '../ledger/batches.ts'
import { handOver } from '../ledger/hand-over.ts'
import { layouts } from '../ledger/layouts.ts'
import { quality } from '../ledger/quality.ts'
import { yearly } from '../ledger/yearly.ts'
import type { WebParts } from '../parts.ts'
import { notices } from './notices.ts'
import { peopleFile } from './people-file.ts'
import { periodEnds } from './periods.ts'
import { pleas } from './pleas.ts'
import { records } from './records.ts'
import { tasks } from './tasks.ts'

/** The dossier's routes in one. */
export function dossier(parts: WebParts) {
  return new OpenAPIHono<StaffEnv>()
    .route('/', peopleFile(parts))
    .route('/', notices(parts))
    .route('/', tasks(parts))
    .route('/', pleas(parts))
    .route('/', periodEnds(parts))
    .route('/', records(parts))
    .route('/', layouts(parts))
    .route('/', batches(parts))
    .route('/', handOver(parts))
    .route('/', allowances(parts))
    .route('/', quality(parts))
    .route('/', yearly(parts))
}
