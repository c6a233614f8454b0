import type { WebParts } from '../parts.ts'
import { channels } from './channels.ts'
import { colleagues } from './colleague.ts'
import { figuresApi } from './figures.ts'
import { hands } from './hand.ts'
import { deskNowApi } from './now.ts'
import { push } from './push.ts'
import { settings } from './settings.ts'
import { snippets } from './snippets.ts'
import { staffApp } from './staff-app.ts'
import { staffingApi } from './staffing.ts'
import { views } from './views.ts'

/** What the lawyer's phone and the coordinator's desk ask for besides conversations and the rota. */
export const appStaff = (parts: WebParts) =>
  staffApp()
    .route('/', deskNowApi(parts))
    .route('/', figuresApi(parts))
    .route('/', staffingApi(parts))
    .route('/', hands(parts))
    .route('/', colleagues(parts))
    .route('/', snippets(parts))
    .route('/', settings(parts))
    .route('/', channels(parts))
    .route('/', views(parts))
    .route('/', push(parts))
