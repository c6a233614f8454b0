import type { Language } from '../desk.ts'

/** Word to lawyers about papers: no case, no name, no charge (R29.6). */
export const dossierWords = {
  'zh-CN': {
    assigned: (count: number, helpDate: string | null, link: string): string =>
      `您有${count}项新的法律帮助任务${helpDate ? `，日期${helpDate}` : ''}。请登录查看：${link}`,
    pleaDue: (link: string): string =>
      `您有一份告知书还没有送交办案机关，请尽快送交并登记（值班律师工作办法第25条）：${link}`,
    application: (link: string): string =>
      `您收到的法律援助申请要在24小时内转交（法律援助法第39条），请尽快转交并登记：${link}`,
    opinion: (link: string): string => `您提交的法律意见还没有登记答复，请联系检察机关：${link}`,
  },
  en: {
    assigned: (count: number, helpDate: string | null, link: string): string =>
      `You have ${count} new legal help task(s)${helpDate ? `, for ${helpDate}` : ''}. Sign in to see: ${link}`,
    pleaDue: (link: string): string =>
      `A notice of yours has not been handed to the authority. Please hand it over and put it down (Measures, art. 25): ${link}`,
    application: (link: string): string =>
      `An application for legal aid must be handed on within 24 hours (Legal Aid Law, art. 39): ${link}`,
    opinion: (link: string): string =>
      `No answer to your opinion is on record. Please ask the procuratorate: ${link}`,
  },
} satisfies Record<Language, unknown>
