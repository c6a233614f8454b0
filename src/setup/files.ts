import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { File } from '../content/library.ts'
import type { Content } from '../desk/flow.ts'
import type { Asset } from '../web/parts.ts'
import { readKept } from './kept-content.ts'

/** What a root on Node reads from disk: flows, and the files pages are made of. */

export const root = join(import.meta.dirname, '..', '..')

/** The text under flows/, by its path below it; schemas and pictures are not part of it. */
export const contentFiles = (folder = join(root, 'flows')): File[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/** Instructions for the language model, by name below prompts/. */
export const promptFiles = (folder = join(root, 'prompts')): File[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

export const loadContent = (): Content =>
  readKept(contentFiles(), join(root, 'node_modules', '.cache', 'content'))

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.ttf': 'font/ttf',
}

export const fontFolder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular')

const folders: Record<string, string> = {
  static: join(root, 'src/web/public/static'),
  console: join(root, 'dist/console'),
  // For documents; served to nobody.
  font: fontFolder,
}

/** Files are read once and kept; the names that may be asked for are those that were there. */
export function openAssets(): { asset: (path: string) => Promise<Asset | null>; version: string } {
  const kept = new Map<string, Asset>()
  const asset = async (path: string): Promise<Asset | null> => {
    const known = kept.get(path)
    if (known) return known
    const [folder = '', ...rest] = path.split('/')
    const base = folders[folder]
    if (!base || rest.some((part) => part === '' || part.startsWith('.'))) return null
    const file = join(base, ...rest)
    const type = types[extname(file)]
    if (!type || !existsSync(file)) return null
    const found = { body: readFileSync(file), type }
    kept.set(path, found)
    return found
  }
  return { asset, version: assetVersion() }
}

/** Of the pages' style sheet and script. */
export function assetVersion(): string {
  const folder = join(root, 'src/web/public/static')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 8)
}
