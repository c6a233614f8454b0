import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** The root on Node: `npm start`. What was compiled once is not compiled again, which is half of a start's time. */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'))
const { run } = await import('./serve.ts')
await run()
