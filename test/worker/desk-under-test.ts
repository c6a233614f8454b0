import type { DeskFile } from '../../src/setup/desk-file.ts'

/** What an object under test is told before anything else; it keeps it, so that it survives being put away. */
export interface SetUp {
  file: DeskFile
  variables: Record<string, string>
}
