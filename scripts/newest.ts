import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When the newest of these files, or of the files in these folders, was changed: milliseconds since the epoch. */
export const newest = (paths: string[]): number =>
  Math.max(
    ...paths.flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map(
            (name) => statSync(join(path, name)).mtimeMs,
          )
        : [statSync(path).mtimeMs],
    ),
  )
