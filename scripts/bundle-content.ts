import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { readPrompts } from '../src/content/prompts.ts'
import { readContent } from '../src/content/read.ts'
import { complaint } from '../src/setup/complain.ts'
import { readDeskFile } from '../src/setup/desk-file.ts'
import { assetVersion, contentFiles, fontFolder, promptFiles, root } from '../src/setup/files.ts'

/**
 * Puts what a root on Node reads from disk where a Worker finds it: dist/worker/bundled.js beside the code, and the
 * files pages are made of under dist/worker/assets. wrangler.toml runs it before every build.
 */

const out = join(root, 'dist/worker')

/** Of documents (src/web/pdf/make.ts). */
const FONT_FILE = 'NotoSansSC_400Regular.ttf'

/** DESK_FILE is one file for whatever desk is asked for, or a folder of files named by their hosts. */
function deskFiles(path: string): Record<string, string> {
  const folder = statSync(path).isDirectory()
  const files = folder
    ? readdirSync(path)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(path, name))
    : [path]
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(file, 'utf8')
      readDeskFile(text)
      return [folder ? basename(file, '.yaml') : '*', text]
    }),
  )
}

/** In place, so that a desk that runs from there meanwhile misses nothing. */
function mirror(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!existsSync(join(from, name))) rmSync(join(to, name), { recursive: true, force: true })
  }
}

try {
  await import('./built.ts')
  const flows = contentFiles()
  readContent(flows)
  const prompts = promptFiles()
  readPrompts(prompts)
  const values = {
    flows,
    prompts,
    deskFiles: deskFiles(process.env.DESK_FILE || join(root, 'desk.example.yaml')),
    version: assetVersion(),
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(
    join(out, 'bundled.js'),
    Object.entries(values)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
      .join(''),
  )
  mirror(join(root, 'src/web/public/static'), join(out, 'assets/static'))
  mirror(join(root, 'dist/console'), join(out, 'assets/console'))
  mkdirSync(join(out, 'assets/font'), { recursive: true })
  cpSync(join(fontFolder, FONT_FILE), join(out, 'assets/font', FONT_FILE))
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
