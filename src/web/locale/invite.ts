import { ALONE } from '../password.ts'

/** Words of the page by which somebody takes their place at the desk. */
export const inviteWords = {
  'zh-CN': {
    title: '设置登录',
    lead: (name: string, desk: string, role: string) =>
      `${name}，这是您在${desk}的${role}账号。请自己设一个用户名和密码。`,
    roles: { lawyer: '值班律师', coordinator: '协调员' },
    until: (time: string) => `链接用一次就失效，最晚${time}失效。`,
    again: '您已有账号：设好以后，原来的登录和两步验证都会取消。',
    username: '用户名',
    usernameNote: '字母、数字、点、横线，至少两个字符。',
    password: '密码',
    passwordNote: `至少${ALONE}个字符，任何字符都可以。用几个不相干的词连起来，好记又安全。`,
    set: '设好了',
    doneTitle: '可以登录了',
    done: '用刚才的用户名和密码登录。建议登录后在“账号安全”里开启两步验证。',
    signIn: '去登录',
    goneTitle: '这个链接已经失效',
    gone: '链接只能用一次，三天内有效。请协调员再发一个。',
    wrong: {
      username: '用户名只能用字母、数字、点和横线，至少两个字符。',
      taken: '这个用户名已经有人用了，请换一个。',
      short: `密码太短，至少${ALONE}个字符。`,
      long: '密码太长，最多128个字符。',
      common: '这个密码太常见，或者在泄露过的密码里，请换一个。',
      near: '密码和您的名字、用户名太像，请换一个。',
    },
  },
  en: {
    title: 'Set up your sign-in',
    lead: (name: string, desk: string, role: string) =>
      `${name}, this is your ${role} account at ${desk}. Choose a user name and a password of your own.`,
    roles: { lawyer: 'duty lawyer’s', coordinator: 'coordinator’s' },
    until: (time: string) => `The link works once, until ${time}.`,
    again:
      'You have an account already: this ends where you are signed in now, and your second step.',
    username: 'User name',
    usernameNote: 'Letters, digits, dots and hyphens, two at least.',
    password: 'Password',
    passwordNote: `At least ${ALONE} characters, of any kind. A few unrelated words make a good one.`,
    set: 'Set it',
    doneTitle: 'You can sign in now',
    done: 'Sign in with what you just chose. Turn on the second step under “Account” then.',
    signIn: 'Sign in',
    goneTitle: 'This link no longer works',
    gone: 'A link works once and for three days. Ask the coordinator for another.',
    wrong: {
      username: 'Letters, digits, dots and hyphens only, two at least.',
      taken: 'This user name is taken. Choose another.',
      short: `Too short: at least ${ALONE} characters.`,
      long: 'Too long: at most 128 characters.',
      common: 'This password is too common, or has been breached somewhere. Choose another.',
      near: 'Too like your name or user name. Choose another.',
    },
  },
} as const
