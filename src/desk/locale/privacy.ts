import type { Language } from '../desk.ts'

/** What clients are told about their own data, short first; the whole stands at /privacy. Legal statements cite their article. */

interface PrivacyTexts {
  /** CPL 78, R24.7. Said aloud too: no more than a breath. */
  monitored: string
}

export const privacyTexts: Record<Language, PrivacyTexts> = {
  'zh-CN': {
    monitored:
      '先提醒您：监视居住的，侦查期间执行机关可以监控通信（刑事诉讼法第78条），在这里说的、写的也可能被看到、听到。案情可以少说，只说想问什么。找值班律师照常可以。',
  },
  en: {
    monitored:
      'First, a warning: under residential surveillance your communications may lawfully be monitored during investigation (Criminal Procedure Law, art. 78), here too. Say little about the facts; say what you want to ask. You can reach the duty lawyer all the same.',
  },
}
