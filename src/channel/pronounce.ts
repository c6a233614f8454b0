import type { Language } from '../desk/desk.ts'

/**
 * How words are to be said that a synthetic voice says wrong: numbers to ring digit by digit, and words with letters of
 * several readings. Pinyin as Polly takes it (`x-amazon-pinyin`: syllables with tone numbers).
 */

export type Sound =
  | { text: string }
  | { text: string; alias: string }
  | { text: string; pinyin: string }

const pinyin: Record<string, string> = {
  具结书: 'ju4-jie2-shu1',
  量刑: 'liang4-xing2',
  供述: 'gong4-shu4',
  口供: 'kou3-gong4',
  强迫: 'qiang3-po4',
  勉强: 'mian3-qiang3',
  传唤证: 'chuan2-huan4-zheng4',
  传讯: 'chuan2-xun4',
  拘役: 'ju1-yi4',
  没收: 'mo4-shou1',
  重伤: 'zhong4-shang1',
  给予: 'ji3-yu3',
}

/** Numbers people ring are said as people say them: one is yāo. */
const hotline = /(?<!\d)(110|119|120|12110|12309|12345|12348|12355|12356|12368|12389|96110)(?!\d)/

const digits = ['零', '幺', '二', '三', '四', '五', '六', '七', '八', '九']

const aliasIn: Record<Language, (number: string) => string> = {
  'zh-CN': (number) => [...number].map((digit) => digits[Number(digit)]).join(''),
  en: (number) => [...number].join(' '),
}

/** Longer words first: 传唤证 before anything it holds. */
const words = Object.keys(pinyin).sort((a, b) => b.length - a.length)

const found: Record<Language, RegExp> = {
  'zh-CN': new RegExp(`${hotline.source}|(${words.join('|')})`, 'g'),
  en: new RegExp(hotline.source, 'g'),
}

export function pronounced(text: string, language: Language): Sound[] {
  const sounds: Sound[] = []
  let from = 0
  for (const match of text.matchAll(found[language])) {
    const [word, number] = match
    if (match.index > from) sounds.push({ text: text.slice(from, match.index) })
    sounds.push(
      number === undefined
        ? { text: word, pinyin: pinyin[word] ?? '' }
        : { text: word, alias: aliasIn[language](number) },
    )
    from = match.index + word.length
  }
  if (from < text.length || sounds.length === 0) sounds.push({ text: text.slice(from) })
  return sounds
}
