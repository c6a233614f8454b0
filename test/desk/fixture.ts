import {
  type Desk,
  defaultBooking,
  defaultRouting,
  type Lawyer,
  type Shift,
} from '../../src/desk/desk.ts'
import type { Content, Flow } from '../../src/desk/flow.ts'
import { emptyRota } from '../../src/desk/rota/facts.ts'

export const lawyer = (id: string, more: Partial<Lawyer> = {}): Lawyer => ({
  id,
  name: id.toUpperCase(),
  licence: `1420120101000${id.length}${id.charCodeAt(0)}`.slice(0, 17),
  firm: `${id} 律师事务所`,
  phone: `+86138000000${id.charCodeAt(0) % 90}`,
  telegram: null,
  languages: ['zh-CN'],
  trained: '2026-01-10',
  status: 'active',
  limit: 2,
  ...more,
})

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const always = (lawyer: string, tier: Shift['tier'] = 'primary'): Shift => ({
  id: `${lawyer}-${tier}`,
  lawyer,
  station: 'main',
  methods: ['phone', 'online'],
  tier,
  mode: 'fixed',
  days: [...week],
  from: '00:00',
  to: '24:00',
})

export const desk = (lawyers: Lawyer[], shifts: Shift[], routing = {}): Desk => ({
  ...emptyRota,
  name: '江城市法律援助中心',
  timezone: 'Asia/Shanghai',
  language: 'zh-CN',
  stations: [
    {
      id: 'main',
      name: '江城市法律援助工作站',
      phone: '+862712345678',
      address: null,
      neighbours: null,
    },
  ],
  lawyers,
  coordinators: [{ id: 'chen', name: '陈静' }],
  shifts,
  routing: { ...defaultRouting, ...routing },
  booking: defaultBooking,
})

const flow = (language: Flow['language']): Flow => ({
  id: 'plea-process',
  language,
  title: 'plea',
  version: '1',
  start: 'what',
  steps: {
    what: {
      title: '什么是认罪认罚',
      text: '什么是认罪认罚',
      spoken: ['什么是认罪认罚。'],
      cites: ['《刑事诉讼法》第15条'],
      choices: [{ label: '下一步', to: 'free' }],
    },
    free: {
      title: '必须自愿',
      text: '必须自愿',
      spoken: ['必须自愿。'],
      cites: ['《刑事诉讼法》第52条'],
      choices: [{ label: '再看一遍', to: 'what' }],
    },
  },
})
export const content: Content = { flows: [flow('zh-CN'), flow('en')], terms: [] }

/** 2026-11-23 10:00 in Shanghai, a Monday. */
export const monday10 = Date.UTC(2026, 10, 23, 2, 0)
