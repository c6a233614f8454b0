import { tongue } from './index.ts'

/** Names of the screens, and what stands around every one of them. */
const zh = {
  mine: '接待',
  appointments: '预约',
  shifts: '我的班',
  now: '现在',
  conversations: '对话',
  figures: '数字',
  settings: '设置',
  rota: '值班表',
  register: '名册',
  notices: '通知书',
  tasks: '任务',
  ledger: '台账',
  quality: '质量',
  more: '更多',
  less: '收起',
  navigation: '各页',
  skip: '跳到正文',
  broken: '这一页没有打开。',
  brokenWhy: '可能是网络断了，或者刚刚更新过。写下的内容都还在。',
  again: '再试一次',
}

const en: typeof zh = {
  mine: 'Clients',
  appointments: 'Appointments',
  shifts: 'My shifts',
  now: 'Now',
  conversations: 'Conversations',
  figures: 'Figures',
  settings: 'Settings',
  rota: 'Rota',
  register: 'Register',
  notices: 'Notices',
  tasks: 'Tasks',
  ledger: 'Ledger',
  quality: 'Quality',
  more: 'More',
  less: 'Less',
  navigation: 'Screens',
  skip: 'Skip to content',
  broken: 'This page did not open.',
  brokenWhy:
    'The connection may be down, or the desk was just updated. All you wrote is still here.',
  again: 'Try again',
}

export const screenWords = tongue() === 'en' ? en : zh
