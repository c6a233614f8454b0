import type { Locale } from '../locale/zh-cn.ts'
import { normal } from '../words.ts'

/** What a client's words ask of the desk, where that is plain. Anything else is heard by triage, or left to the lawyer. */

export type Wish =
  | 'lawyer'
  | 'learn'
  | 'appointment'
  | 'menu'
  | 'language'
  | 'back'
  | 'again'
  | 'repeat'
  | 'without-ai'
  | 'today'
  | 'agree'
  | 'disagree'
  | 'my-data'

/** "找个律师吧", "can I talk to a lawyer": asking and nothing else. "我请了律师" is not. */
const asking =
  /^(我|想|要|找|转|接|叫|请(?!了|过|的)|帮|给|跟|和|与|说|谈|聊|问|见|需要|联系|咨询|快|马上|现在|立刻|直接|有没有|有吗|可以|能|不能|行|吗|么|吧|啊|呀|呢|谢谢|你好|您好|个|一个|一位|位|下|一下|的|话|服务|真人|iwanttotalktoa|iwanttospeaktoa|iwouldliketotalktoa|wantto|talkto|speakto|talk|speak|canispeak|cani|iwant|ineed|pleaseconnect|connect|please|getme|me|a|the|to|with|my|call|need|want|now|duty|real)*$/

export function wishOf(locale: Locale, text: string): Wish | null {
  const said = normal(text)
  for (const [wish, words] of Object.entries(locale.wishes) as [Wish, string[]][]) {
    if (words.some((word) => said === normal(word))) return wish
  }
  const names = locale.wishes.lawyer.map(normal).sort((a, b) => b.length - a.length)
  const name = names.find((word) => said.includes(word))
  if (name === undefined) return null
  // Whoever speaks of "my lawyer" has one, or means to.
  if (/mylawyer|我的?律师/.test(said)) return null
  return asking.test(said.replace(name, '')) ? 'lawyer' : null
}

/** The choice meant by a number ("1", "１", "一") or by its own label. */
export function chosen(choices: string[], labels: string[], text: string): string | null {
  const said = normal(text)
  const number = '一二三四五六七八九'.indexOf(said) + 1 || (/^\d$/.test(said) ? Number(said) : 0)
  if (number > 0) return choices[number - 1] ?? null
  const index = labels.findIndex((label) => normal(label) === said)
  return index < 0 ? null : (choices[index] ?? null)
}
