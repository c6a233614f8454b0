import type { Language } from '../desk.ts'

/** What clients are told of the machine that may read their words (PIPL Art. 16, 17), and what stands beside its work. */

const zh = {
  notice:
    '五、这里会用AI帮助判断急不急、替律师起草记录和翻译：先隐去姓名、号码、地址，再给机器读。不想用，请选“不用AI”，照样找律师。',
  off: '好的，您写的话不再给机器读。其他都不变，值班律师照样能看到。',
  found:
    '下面这段是AI替您找的，可能和您说的有关，内容是本中心的说明。不对也没关系，直接找值班律师就行。',
}

const en: typeof zh = {
  notice:
    '5. AI helps to see what is urgent, to draft the lawyer’s record and to translate: names, numbers and addresses are taken out first. If you do not want that, choose “No AI”; you get the lawyer all the same.',
  off: 'All right: no machine reads what you write any more. Nothing else changes; the duty lawyer still sees it.',
  found:
    'AI picked this for you; the text is the centre’s own. If it is not what you meant, the duty lawyer is one tap away.',
}

const locales: Record<Language, typeof zh> = { 'zh-CN': zh, en }

export const assistTexts = (language: Language): typeof zh => locales[language]
