import type { WebParts } from '../parts.ts'
import { authorities } from './authorities.ts'
import { dutyAsks } from './duty-asks.ts'
import { lawyers } from './lawyers.ts'
import { leave } from './leave.ts'
import { overrides } from './overrides.ts'
import { publication } from './publication.ts'
import { rotaHealth } from './rota-health.ts'
import { rotations } from './rotations.ts'
import { shifts } from './shifts.ts'
import { staffApp } from './staff-app.ts'
import { swaps } from './swaps.ts'

/** All that staff do with the register and the rota. */
export const rotaStaff = (parts: WebParts) =>
  staffApp()
    .route('/', shifts(parts))
    .route('/', rotations(parts))
    .route('/', leave(parts))
    .route('/', overrides(parts))
    .route('/', swaps(parts))
    .route('/', dutyAsks(parts))
    .route('/', lawyers(parts))
    .route('/', rotaHealth(parts))
    .route('/', publication(parts))
    .route('/', authorities(parts))
