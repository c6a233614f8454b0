import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TwilioConfig } from '../channel/twilio.ts'

/**
 * The practice line: while `npm run phone` runs on the same machine, a desk without a carrier of its own takes the
 * terminal telephone for one. Only who may write beside the database can switch it on, and a desk with TWILIO_*
 * set never looks. (docs/decisions/practice-line.md)
 */
export type PracticeLine = Pick<TwilioConfig, 'accountSid' | 'authToken' | 'number'> & {
  apiRoot: string
}

export const practiceFileOf = (folder: string): string => join(folder, 'practice-line.json')

export function openPracticeLine(file: string, line: PracticeLine): () => void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(line), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/** Reads the file again only when it changed; null while there is none. */
export function watchPracticeLine(file: string, publicUrl: string): () => TwilioConfig | null {
  let seen = 0
  let line: TwilioConfig | null = null
  return () => {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (changed !== seen) {
      seen = changed
      line =
        changed === 0
          ? null
          : { ...(JSON.parse(readFileSync(file, 'utf8')) as PracticeLine), publicUrl }
    }
    return line
  }
}
