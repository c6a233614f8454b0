import type { Language } from '../desk.ts'
import { en } from './en.ts'
import { type Locale, zhCN } from './zh-cn.ts'

/** Every sentence the desk says to a client or a lawyer, by language. Flows hold the explainer's. */

export type { Locale }

const locales: Record<Language, Locale> = { 'zh-CN': zhCN, en }

export const localeOf = (language: Language): Locale => locales[language]
