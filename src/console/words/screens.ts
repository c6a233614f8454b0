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
  unloaded: '有些内容没有取到，下面可能不完整。',
  unloadedWhy: '可能是网络断了，或者值班台正忙。写下的内容都还在。',
  away: '连不上值班台',
  awayWhy:
    '可能是网络断了，或者值班台正在重启。您没有被退出，写了一半的话也都还在；连上以后会自己继续。',
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
  unloaded: 'Some of this page did not come; what is below may be incomplete.',
  unloadedWhy: 'The connection may be down, or the desk is busy. All you wrote is still here.',
  away: 'The desk cannot be reached',
  awayWhy:
    'The connection may be down, or the desk is being restarted. You are not signed out, and what you had begun to write is still here; it goes on by itself once there is a connection.',
}

export const screenWords = tongue() === 'en' ? en : zh
