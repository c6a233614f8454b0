import type { Config } from '../config.ts'
import type { Desk } from '../desk/desk.ts'
import type { DeskFile } from './desk-file.ts'
import type { FirstLink } from './first-link.ts'

/** What a start says, in both languages: where everyone goes, how they sign in, what is on and what the rest needs. */

const names: Record<string, [string, string]> = {
  telegram: ['Telegram', 'Telegram'],
  phone: ['电话、短信、WhatsApp（Twilio）', 'phone, SMS, WhatsApp (Twilio)'],
  push: ['推送叫醒律师（境外服务）', 'waking lawyers by web push (services abroad)'],
  model: ['语言模型（AI，只帮律师）', 'language model (AI, for the lawyer alone)'],
}

/** Several machines need one key, and the database does not hold it. */
export const keyKept = (folder: string): string => `
  没有设置 SECRET_KEY，用的是本机的 ${folder}/secret.key。请妥善保存；其他机器上的进程要用同一个密钥。
  SECRET_KEY is not set: the key is this machine's ${folder}/secret.key. Keep it safe; processes on other
  machines need the same one.`

export function welcome(
  { publicUrl, off }: Pick<Config, 'publicUrl' | 'off'>,
  desk: Pick<Desk, 'name'>,
  examples: DeskFile['logins'],
  links: FirstLink[] = [],
): string {
  const missing = new Map(off.map(({ channel, missing }) => [channel, missing]))
  const state = (channel: string, language: 0 | 1): string => {
    const needs = missing.get(channel)
    const name = names[channel]?.[language] ?? channel
    if (!needs) return `    ✓ ${name}`
    const word = language === 0 ? '未开通，需要' : 'off, needs'
    return `    ✗ ${name}: ${word} ${needs.join(' ')}`
  }
  const channels = (language: 0 | 1): string[] => [
    `    ✓ ${language === 0 ? '网页' : 'web'}`,
    ...Object.keys(names).map((channel) => state(channel, language)),
  ]
  const practice = missing.has('phone')
  const logins = examples.flatMap(({ username, password, name, role }) =>
    password === undefined
      ? []
      : `    ${role === 'coordinator' ? '协调员 coordinator' : '律师 lawyer     '}  ${name}  ${username} / ${password}`,
  )
  return [
    '',
    `  ${desk.name} · 值班台 Zhiban`,
    '',
    `  当事人打开      ${publicUrl}`,
    `  律师和协调员    ${publicUrl}/console`,
    ...(practice ? ['  没有电话号码，先试一试：另开一个终端，npm run phone'] : []),
    '  渠道',
    ...channels(0),
    '',
    `  Clients go to            ${publicUrl}`,
    `  Lawyers and coordinators ${publicUrl}/console`,
    ...(practice ? ['  No telephone number yet? Try it in another terminal: npm run phone'] : []),
    '  Channels',
    ...channels(1),
    ...(links.length > 0
      ? [
          '',
          '  协调员还没有账号：打开链接设密码（用一次，三天内有效；过期了重新启动再印一个）',
          '  No coordinator can sign in yet: open the link to set a password (once, within three days; a restart prints another)',
          ...links.map(({ name, link }) => `    ${name}  ${link}`),
        ]
      : []),
    ...(logins.length > 0
      ? [
          '',
          '  示例账号，正式使用前请更换 · example accounts, to be replaced before real use',
          ...logins,
        ]
      : []),
    '',
  ].join('\n')
}
