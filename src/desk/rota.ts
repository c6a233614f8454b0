/** The rota's front door; its ideas stand each in a file of rota/. */
export { type Duty, dutyUntil, nextDuty, onDuty } from './rota/duty.ts'
export { lawyersOf, mayServe } from './rota/standing.ts'
export { type Window, windowsOf } from './rota/windows.ts'
