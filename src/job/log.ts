/** What the house needs of a log (pino has it). Codes, ids and kinds only: never words, never numbers. */
export interface Log {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
