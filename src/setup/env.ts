import { existsSync } from 'node:fs'

/** Variables may stand in a file `.env` where the command is run; those of the environment itself come first. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}
