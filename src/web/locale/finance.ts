import type { Language } from '../../desk/desk.ts'
import type { units } from '../../desk/dossier/paper-centre.ts'

type Unit = (typeof units)[number]

interface FinanceWords {
  title: string
  columns: string[]
  total: string
  units: Record<Unit, string>
  yearTitle: (name: string, year: number) => string
  yearColumns: string[]
  year: Record<string, string>
  bands: Record<string, string>
}

/** Words of statements and yearly packs. */
export const financeWords: Record<Language, FinanceWords> = {
  'zh-CN': {
    title: '值班律师法律帮助补贴明细表',
    columns: [
      '序号',
      '值班律师',
      '执业证号',
      '日期',
      '计算方式',
      '数量',
      '标准（元）',
      '金额（元）',
      '依据',
      '台账条数',
    ],
    total: '合计',
    units: { working_day: '工作日', half_day: '半日', case: '件', person: '人次' },
    yearTitle: (name, year) => `${name}${year}年度值班律师履职情况`,
    yearColumns: ['项目', '数值'],
    year: {
      licence: '执业证号',
      firm: '律师事务所',
      days: '值班天数',
      hours: '值班小时数',
      lines: '法律帮助次数',
      reviewed: '案卷检查份数',
      score: '检查平均分',
      followed: '回访次数',
      satisfied: '回访满意度（1至5）',
      complaints: '投诉件数',
      upheld: '移送处理件数',
    },
    bands: { excellent: '优秀', good: '良好', pass: '合格', fail: '不合格' },
  },
  en: {
    title: 'Allowances of duty lawyers',
    columns: [
      'No.',
      'Duty lawyer',
      'Licence',
      'Date',
      'Unit',
      'Count',
      'Rate (CNY)',
      'Amount (CNY)',
      'Basis',
      'Ledger lines',
    ],
    total: 'Total',
    units: { working_day: 'Day', half_day: 'Half day', case: 'Case', person: 'Person' },
    yearTitle: (name, year) => `${name}: work as a duty lawyer in ${year}`,
    yearColumns: ['What', 'Value'],
    year: {
      licence: 'Licence',
      firm: 'Law firm',
      days: 'Days on duty',
      hours: 'Hours on duty',
      lines: 'Times help was given',
      reviewed: 'Files reviewed',
      score: 'Average score',
      followed: 'Follow-up calls',
      satisfied: 'Satisfaction (1 to 5)',
      complaints: 'Complaints',
      upheld: 'Referred',
    },
    bands: { excellent: 'Excellent', good: 'Good', pass: 'Pass', fail: 'Fail' },
  },
}
