import type { pinyin } from 'pinyin-pro'

/** 张敏 → zm, 危险驾驶罪 → wxjsz; letters and digits that are there already stay. */

let read: typeof pinyin | null = null

/** The dictionary is a third of a megabyte: it is loaded by who indexes, not by who starts. */
export async function loadInitials(): Promise<void> {
  read ??= (await import('pinyin-pro')).pinyin
}

const known = new Map<string, string>()

/** `name`: its first character is read as a surname (单 as shan). */
export function initialsOf(text: string, name = false): string {
  const key = name ? `${text}:` : text
  let initials = known.get(key)
  if (initials === undefined) {
    if (!read) throw new Error('loadInitials comes first')
    initials = read(text.replace(/[^\p{L}\p{N}]/gu, ''), {
      pattern: 'first',
      toneType: 'none',
      type: 'array',
      surname: name ? 'head' : 'off',
      nonZh: 'consecutive',
    })
      .join('')
      .toLowerCase()
    // Charges come in endless spellings.
    if (known.size < 2000) known.set(key, initials)
  }
  return initials
}
