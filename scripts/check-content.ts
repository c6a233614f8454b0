import { complaint } from '../src/setup/complain.ts'
import { loadContent } from '../src/setup/files.ts'

/** `npm run content`: every flow is read, whole, the same in both languages, and fits every channel. */
try {
  for (const { id, language, version, steps } of loadContent().flows) {
    console.log(`${id} (${language}, ${version}): ${Object.keys(steps).length} steps`)
  }
} catch (error) {
  console.error(complaint(error))
  process.exitCode = 1
}
