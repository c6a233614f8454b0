import { en } from './en.ts'
import { type Words, zh } from './zh.ts'

/** Chinese first; the other language is one tap away and remembered. */

const KEY = 'zhiban-console-language'

export type Tongue = 'zh-CN' | 'en'

export const tongue = (): Tongue => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN')

export function changeTongue(): void {
  localStorage.setItem(KEY, tongue() === 'en' ? 'zh-CN' : 'en')
  location.reload()
}

export const words: Words = tongue() === 'en' ? en : zh
