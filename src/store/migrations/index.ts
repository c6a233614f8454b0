import type { Migration } from 'kysely/migration'
import { first } from './0001-first.ts'

/** In order; a released migration is never changed. */
export const migrations: Record<string, Migration> = { '0001-first': first }
