import type { DeskObject } from './desk-object.ts'

/** What wrangler.toml binds. The environment's variables, the same as on Node, are beside these. */
export interface Env {
  DESK: DurableObjectNamespace<DeskObject>
  ASSETS: Fetcher
  DESK_TEXT?: string
}
