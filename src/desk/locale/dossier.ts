import type { Language } from '../desk.ts'

/** Word to lawyers about papers: no case, no name, no charge (R29.6). */
export const dossierWords = {
  'zh-CN': {
    assigned: (count: number, helpDate: string | null, link: string): string =>
      `您有${count}项新的法律帮助任务${helpDate ? `，日期${helpDate}` : ''}。请登录查看：${link}`,
    pleaDue: (link: string): string =>
      `您有一份告知书还没有送交办案机关，请尽快送交并登记（值班律师工作办法第25条）：${link}`,
  },
  en: {
    assigned: (count: number, helpDate: string | null, link: string): string =>
      `You have ${count} new legal help task(s)${helpDate ? `, for ${helpDate}` : ''}. Sign in to see: ${link}`,
    pleaDue: (link: string): string =>
      `A notice of yours has not been handed to the authority. Please hand it over and put it down (Measures, art. 25): ${link}`,
  },
} satisfies Record<Language, unknown>
