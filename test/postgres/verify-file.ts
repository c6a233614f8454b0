/** `verify` over a file, with the rest of the environment as it is. */
process.env.DATABASE_URL = `file:${process.argv[2]}`
process.argv[2] = 'verify'
await import('../../src/cli.ts')
