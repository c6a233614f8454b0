import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** `npm run desk -- COMMAND`; what was compiled once is not compiled again, as in node.ts. */
enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'))
const { main } = await import('./setup/command/main.ts')
await main(process.argv.slice(2))
