import type { Language } from '../../desk/desk.ts'

/** Heads of the tables of figures. */
interface FigureWords {
  total: string
  byChannel: string
  byStation: string
  byLawyer: string
  byHour: string
  byDay: string
  hour: string
  day: string
  none: string
  counted: string[]
  hourly: string[]
  daily: string[]
}

export const figureWords: Record<Language, FigureWords> = {
  'zh-CN': {
    total: '合计',
    byChannel: '按渠道',
    byStation: '按工作站',
    byLawyer: '按律师',
    byHour: '按一天中的小时',
    byDay: '按日',
    hour: '时',
    day: '日期',
    none: '（未定）',
    counted: [
      '来访',
      '请求律师',
      '接通',
      '20秒内接通',
      '60秒内接通',
      '未接通',
      '等候中位数（秒）',
      '等候95分位（秒）',
    ],
    hourly: ['电话', '网络', '消息'],
    daily: ['电话', '网络', '未接通'],
  },
  en: {
    total: 'Total',
    byChannel: 'By channel',
    byStation: 'By station',
    byLawyer: 'By lawyer',
    byHour: 'By hour of the day',
    byDay: 'By day',
    hour: 'Hour',
    day: 'Day',
    none: '(none)',
    counted: [
      'Came',
      'Asked for a lawyer',
      'Answered',
      'Within 20 s',
      'Within 60 s',
      'Abandoned',
      'Wait p50 (s)',
      'Wait p95 (s)',
    ],
    hourly: ['Calls', 'Written', 'Messages'],
    daily: ['Calls', 'Written', 'Abandoned'],
  },
}

export const staffingHeads: Record<
  Language,
  { heads: string[]; days: string[]; unreachable: string }
> = {
  'zh-CN': {
    heads: ['星期', '时', '每小时来电', '现有律师', '需要律师', '理论最少'],
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    unreachable: '加人也达不到',
  },
  en: {
    heads: ['Day', 'Hour', 'Calls an hour', 'Lawyers now', 'Lawyers needed', 'Theoretical least'],
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    unreachable: 'not by more lawyers',
  },
}
