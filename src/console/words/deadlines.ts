import { tongue } from './index.ts'

/** Words of what is due to others by when, on the coordinator's first page. */
const zh = {
  title: '期限',
  none: '没有临近的期限。',
  notice: (authority: string, number: string) => `法律帮助通知书 · ${authority} ${number}`,
  noticeWhy: '收到后两个工作日内确定律师并告知办案机关（第19条）',
  unnamed: (n: number) => `${n}人还没有律师`,
  untold: '律师已定，还没有告知办案机关',
  nameLawyer: '指定律师',
  named: '已指定，告知函已写好',
  letters: '去送达',
  handOver: (authority: string, month: string) => `台账移交 · ${authority} ${month}`,
  make: '做这一批',
  made: '已做好这一批，等回执',
  receipt: '登记回执',
  application: (lawyer: string) => `法律援助申请 · ${lawyer}收`,
  applicationWhy: '收到后24小时内转交（法律援助法第39条）',
  handedOn: '已转交',
  plea: (lawyer: string) => `认罪认罚意愿告知 · ${lawyer}`,
  pleaWhy: '应当及时告知办案机关，由这位律师办（第25条）',
  see: '看对话',
  fill: '请人值班',
}

const en: typeof zh = {
  title: 'Deadlines',
  none: 'Nothing is due soon.',
  notice: (authority, number) => `Notice of legal help · ${authority} ${number}`,
  noticeWhy: 'A lawyer named and the authority told within two working days (art. 19)',
  unnamed: (n) => (n === 1 ? '1 person has no lawyer' : `${n} people have no lawyer`),
  untold: 'Lawyer named, authority not told yet',
  nameLawyer: 'Name a lawyer',
  named: 'Named; the letter is written',
  letters: 'Send the letter',
  handOver: (authority, month) => `Ledger · ${authority} ${month}`,
  make: 'Make the batch',
  made: 'The batch is made and awaits its receipt',
  receipt: 'Enter the receipt',
  application: (lawyer) => `Application for legal aid · taken by ${lawyer}`,
  applicationWhy: 'Handed on within 24 hours (Legal Aid Law, art. 39)',
  handedOn: 'Handed on',
  plea: (lawyer) => `Willingness to plead · ${lawyer}`,
  pleaWhy: 'The authority is to be told promptly, by this lawyer (art. 25)',
  see: 'See the talk',
  fill: 'Ask somebody',
}

export const deadlineWords = tongue() === 'en' ? en : zh
