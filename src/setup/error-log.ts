/** An error as a log may hold it. A library's message may quote what it was given; its kind and place are enough. */
export const errorForLog = (error: Error & { code?: string }): object => ({
  kind: error.name,
  code: error.code,
  at: error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8),
})
