import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Said } from '../../src/assist/material.ts'
import { root } from '../../src/setup/files.ts'

/** Labelled sets under test/assist: one line a case, columns by tabs. */

export const lines = (name: string): string[][] =>
  readFileSync(join(root, 'test/assist', `${name}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** The conversation every draft of the sets belongs to. */
export const talk: Said[] = [
  {
    who: 'client',
    text: '我涉嫌盗窃，偷了一辆电动车，已经还回去了，现在取保候审在家。会不会坐牢？取保期间能不能去外地打工？',
  },
  {
    who: 'lawyer',
    text: '您好，我是值班律师。离开所居住的市、县，要经执行机关批准，请先申请。退赃退赔、取得被害人谅解，都是可以从轻的情节，最后由法院决定。认不认罪由您自己决定。',
  },
]
