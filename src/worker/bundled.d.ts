/** What scripts/bundle-content.ts puts beside the code: the files a root on Node reads from disk. */
declare module 'zhiban:bundled' {
  export const flows: { name: string; text: string }[]
  export const prompts: { name: string; text: string }[]
  /** Desk files by the name of the desk they are for; `*` is for every other. */
  export const deskFiles: Record<string, string>
  /** Of the pages' style sheet and script. */
  export const version: string
}
