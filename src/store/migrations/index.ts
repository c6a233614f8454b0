import type { Migration } from 'kysely/migration'
import { first } from './0001-first.ts'
import { signIn } from './0002-sign-in.ts'
import { processes } from './0003-processes.ts'
import { rota } from './0004-rota.ts'
import { appointments } from './0005-appointments.ts'
import { notices } from './0006-notices.ts'
import { search } from './0007-search.ts'
import { records } from './0008-records.ts'
import { retention } from './0009-retention.ts'
import { accessSafety } from './0010-access-safety.ts'
import { app } from './0012-app.ts'
import { outcomes } from './0014-outcomes.ts'
import { assist } from './0015-assist.ts'
import { colleague } from './0016-colleague.ts'
import { recordStage } from './0017-record-stage.ts'
import { searchDocs } from './0018-search-docs.ts'
import { forgotten } from './0020-forgotten.ts'

/** In order; a released migration is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-sign-in': signIn,
  '0003-processes': processes,
  '0004-rota': rota,
  '0005-appointments': appointments,
  '0006-notices': notices,
  '0007-search': search,
  '0008-records': records,
  '0009-retention': retention,
  '0010-access-safety': accessSafety,
  '0012-app': app,
  '0014-outcomes': outcomes,
  '0015-assist': assist,
  '0016-colleague': colleague,
  '0017-record-stage': recordStage,
  '0018-search-docs': searchDocs,
  '0020-forgotten': forgotten,
}
