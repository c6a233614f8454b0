import { describe, expect, test } from 'vitest'
import { pronounced } from '../../src/channel/pronounce.ts'
import { render } from '../../src/channel/twiml.ts'
import { readContent } from '../../src/content/read.ts'
import type { Language } from '../../src/desk/desk.ts'
import type { Script } from '../../src/desk/state.ts'
import { readTwiml } from '../../src/phone/twiml-rules.ts'
import { contentFiles } from '../../src/setup/files.ts'

const say = (text: string, language: Language = 'zh-CN'): string =>
  render(
    { lines: [{ language, parts: [text] }], next: { do: 'hangup' } } satisfies Script,
    'https://desk.test/x',
  )

describe('words a voice would say wrong', () => {
  test('numbers to ring are said digit by digit, one as yāo', () => {
    expect(say('请拨打110或者12348。')).toContain(
      '<sub alias="幺幺零">110</sub>或者<sub alias="幺二三四八">12348</sub>。',
    )
    expect(say('Dial 110 now.', 'en')).toContain('<sub alias="1 1 0">110</sub>')
  })

  test('other numbers stay numbers', () => {
    expect(say('最长12个月，1000元起，第1101条')).not.toContain('<sub')
  })

  test('legal words with letters of several readings get theirs', () => {
    expect(say('具结书写的是量刑建议')).toContain(
      '<phoneme alphabet="x-amazon-pinyin" ph="ju4-jie2-shu1">具结书</phoneme>写的是<phoneme alphabet="x-amazon-pinyin" ph="liang4-xing2">量刑</phoneme>建议',
    )
  })

  test('a reading has one syllable for every letter', () => {
    for (const sound of pronounced('具结书量刑供述口供强迫没收给予拘役重伤传讯传唤证', 'zh-CN')) {
      if ('pinyin' in sound) expect(sound.pinyin.split('-')).toHaveLength(sound.text.length)
    }
  })
})

test('every spoken chunk of every flow is a document the carrier takes, and nothing of it is lost', () => {
  for (const flow of readContent(contentFiles()).flows) {
    for (const step of Object.values(flow.steps)) {
      for (const chunk of step.spoken) {
        const [verb] = readTwiml(say(chunk, flow.language))
        expect(verb?.text).toBe(chunk)
      }
    }
  }
})
