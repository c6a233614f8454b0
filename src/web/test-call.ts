import { hangup, line } from '../desk/call/script.ts'
import type { Desk } from '../desk/desk.ts'
import { testWords } from './locale/channels.ts'

/** The leg a test call asks for its words under; it belongs to no conversation. */
export const TEST_LEG = 'test'

/** What whoever picks up a test call hears. */
export const testCall = ({ language }: Desk) => ({
  leg: TEST_LEG,
  step: 0,
  script: hangup([line(language, testWords[language].spoken)]),
})
