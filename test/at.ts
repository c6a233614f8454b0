/** `node test/at.ts DATABASE_URL COMMAND …`: a command of `npm run desk` on another database than the one at hand. */
const [url = '', ...command] = process.argv.slice(2)
process.env.DATABASE_URL = url
process.argv.splice(2, process.argv.length, ...command)
await import('../src/cli.ts')
