import type { Language } from '../desk.ts'

/** What is said where a second lawyer comes into a conversation. */

const zh = {
  joins: (name: string, firm: string, licence: string, station: string): string =>
    `值班律师${name}也加入了对话，${firm}，执业证号${licence}，${station}。${name}能看到您写过的话，同样替您保密。不想让${name}加入，请告诉接待您的律师。`,
  left: (name: string): string => `值班律师${name}离开了对话，不再看到您写的话。`,
  by: (name: string): string => `【${name}律师】`,
  /** To lawyers, outside the browser: no word of the case. */
  asked: (name: string, link: string): string => `${name}律师请您一起接待一位当事人：${link}`,
  declined: (name: string): string => `${name}现在不能加入。`,
  colleagueWrote: (name: string): string => `【同事${name}】`,
}

const en: typeof zh = {
  joins: (name, firm, licence, station) =>
    `Duty lawyer ${name} joins this talk: ${firm}, licence no. ${licence}, ${station}. ${name} can read what you wrote and owes you the same secrecy. If you do not want that, tell your lawyer.`,
  left: (name) => `Duty lawyer ${name} has left and no longer sees what you write.`,
  by: (name) => `[${name}]`,
  asked: (name, link) => `${name} asks you to help a client together: ${link}`,
  declined: (name) => `${name} cannot join now.`,
  colleagueWrote: (name) => `[colleague ${name}]`,
}

const locales: Record<Language, typeof zh> = { 'zh-CN': zh, en }

export const colleagueTexts = (language: Language): typeof zh => locales[language]
