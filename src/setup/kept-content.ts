import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { File } from '../content/library.ts'
import { readContent } from '../content/read.ts'
import type { Content } from '../desk/flow.ts'

/** What was read from the same files by the same code is not read again: YAML would take a quarter of a start's time. */

const readers = join(import.meta.dirname, '..', 'content')

/** Of the texts, and of the code that reads them. */
function digestOf(files: File[]): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(readers).sort()) {
    if (name.endsWith('.ts')) hash.update(readFileSync(join(readers, name)))
  }
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex').slice(0, 24)
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code

export function readKept(files: File[], folder: string): Content {
  const file = join(folder, `${digestOf(files)}.json`)
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Content
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const content = readContent(files)
  keep(folder, file, content)
  return content
}

/** Where nothing may be written the next start reads the files again. */
function keep(folder: string, file: string, content: Content): void {
  try {
    mkdirSync(folder, { recursive: true })
    const fresh = `${file}.${process.pid}`
    writeFileSync(fresh, JSON.stringify(content))
    renameSync(fresh, file)
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(codeOf(error) ?? '')) throw error
  }
}
