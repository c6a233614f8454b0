import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { newest } from './newest.ts'

/** Builds the staff app where it is missing or older than what it is built from; `npm ci` has usually done it already. */

const root = join(import.meta.dirname, '..')
const built =
  statSync(join(root, 'dist/console/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0

if (newest([join(root, 'src/console')]) > built) {
  execFileSync('vite', ['build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
}
