import { tongue } from './index.ts'

/** Words of the staffing advice. */
const zh = {
  title: '每小时要几位律师',
  why: '按这段时间的来电，用值班台自己的派单规则演练：每周每个小时最少要几位律师，才能让95%的来电在60秒内接通。（第17条）',
  weeks: (n: number) => `近${n}周`,
  working: (percent: number) => `正在演练，已完成 ${percent}%。可以先看别的，算好会留着。`,
  tooFew: (calls: number) =>
    `这段时间只有 ${calls} 次来电请律师，太少，说明不了问题。换长一点的时间再看。`,
  failed: '没有算成，请再试一次。',
  basis: (calls: number, talk: string, patience: string, missed: string) =>
    `依据：${calls} 次来电；通话平均 ${talk}；等候耐心平均 ${patience}；响铃无人接 ${missed}。`,
  endless: '没有人挂断',
  enough: '下周的排班每个小时都够。',
  short: (hours: number) => `下周有 ${hours} 个小时排的人不够，标红。`,
  hour: '时',
  days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  cell: (now: number, needed: string) => `${now}/${needed}`,
  legend: '每格：下周已排 / 需要。“—”表示加人也达不到：有人等不到律师拿起电话就挂断了。',
  now: '下周已排',
  needed: '需要',
  day: '看哪一天',
  download: '下载这张表（CSV）',
  notEnough: '不够',
}

const en: typeof zh = {
  title: 'Lawyers each hour needs',
  why: 'The calls of this time, rehearsed with the desk’s own routing: the fewest lawyers for each hour of the week that answer 95% of calls within 60 s. (art. 17)',
  weeks: (n) => `${n} weeks`,
  working: (percent) =>
    `Rehearsing, ${percent}% done. It is kept; look at something else meanwhile.`,
  tooFew: (calls) =>
    `Only ${calls} callers asked for a lawyer: too few to say. Take a longer time.`,
  failed: 'This did not work out. Please try again.',
  basis: (calls, talk, patience, missed) =>
    `From ${calls} calls; a talk takes ${talk}; callers wait ${patience}; ${missed} of rings go unanswered.`,
  endless: 'without hanging up',
  enough: 'Next week’s rota is enough in every hour.',
  short: (hours) => `Next week’s rota is short in ${hours} hours, in red.`,
  hour: 'Hour',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  cell: (now, needed) => `${now}/${needed}`,
  legend:
    'Each cell: on next week’s rota / needed. “—”: more lawyers do not help, callers hang up before a phone is picked up.',
  now: 'On the rota',
  needed: 'Needed',
  day: 'Day',
  download: 'Download this table (CSV)',
  notEnough: 'short',
}

export const staffingWords = tongue() === 'en' ? en : zh
