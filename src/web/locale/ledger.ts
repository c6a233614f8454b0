import type { Language } from '../../desk/desk.ts'
import type { Service } from '../../desk/dossier/services.ts'

/** Words of the ledger and of all else that goes out as a table. */

export const columnKeys = [
  'number',
  'institution',
  'station',
  'date',
  'method',
  'from',
  'to',
  'minutes',
  'lawyer',
  'licence',
  'firm',
  'client',
  'stage',
  'services',
  'documents',
  'plea',
  'charge',
  'question',
  'answer',
  'outcome',
  'corrected',
  'reason',
] as const

export type ColumnKey = (typeof columnKeys)[number]

interface LedgerWords {
  title: string
  transferTitle: string
  period: (from: string, to: string) => string
  made: (at: string, count: number) => string
  checksum: string
  columns: Record<ColumnKey, string>
  services: Record<Service, string>
  plea: Record<string, string>
  and: string
  corrected: string
  papers: Record<string, string>
}

export const ledgerWords: Record<Language, LedgerWords> = {
  'zh-CN': {
    title: '值班律师工作台账',
    transferTitle: '值班律师法律帮助情况（随案移送）',
    period: (from, to) => `期间：${from}至${to}`,
    made: (at, count) => `制表时间：${at}　共${count}条`,
    checksum: '校验码（SHA-256）',
    columns: {
      number: '序号',
      institution: '法律援助机构',
      station: '工作站',
      date: '日期',
      method: '方式',
      from: '开始时间',
      to: '结束时间',
      minutes: '分钟',
      lawyer: '值班律师',
      licence: '执业证号',
      firm: '律师事务所',
      client: '服务对象编号',
      stage: '诉讼阶段',
      services: '法律帮助事项',
      documents: '文书',
      plea: '认罪认罚',
      charge: '涉嫌罪名',
      question: '咨询的法律问题',
      answer: '提供的法律解答',
      outcome: '结果',
      corrected: '更正',
      reason: '更正理由',
    },
    services: {
      legal_advice: '法律咨询',
      procedure_choice_advice: '程序选择建议',
      apply_change_measure: '申请变更强制措施',
      opinion_on_case: '对案件处理提出意见',
      help_apply_legal_aid: '转交法律援助申请',
      other_by_law: '其他法律帮助',
      explain_plea_law: '释明认罪认罚',
      opinion_charge_sentence_procedure: '对罪名、量刑建议、程序提出意见',
      present_at_affidavit: '签署具结书在场',
      meeting: '会见',
      file_review: '阅卷',
    },
    plea: { not_raised: '未涉及', willing: '愿意', unwilling: '不愿意', undecided: '待定' },
    and: '、',
    corrected: '更正',
    papers: {
      affidavit: '认罪认罚具结书',
      opinion: '值班律师法律意见',
      plea: '认罪认罚意愿告知',
      application: '法律援助申请',
      form: '法律帮助申请表',
      refusal: '拒绝法律帮助材料',
    },
  },
  en: {
    title: 'Duty lawyer work ledger',
    transferTitle: 'Legal help given, for transfer with the case',
    period: (from, to) => `From ${from} to ${to}`,
    made: (at, count) => `Made ${at}, ${count} lines`,
    checksum: 'Checksum (SHA-256)',
    columns: {
      number: 'No.',
      institution: 'Legal aid institution',
      station: 'Station',
      date: 'Date',
      method: 'Method',
      from: 'From',
      to: 'To',
      minutes: 'Minutes',
      lawyer: 'Duty lawyer',
      licence: 'Licence',
      firm: 'Law firm',
      client: 'Client’s number',
      stage: 'Stage',
      services: 'Legal help',
      documents: 'Documents',
      plea: 'Plea',
      charge: 'Charge',
      question: 'Question',
      answer: 'Answer',
      outcome: 'Outcome',
      corrected: 'Correction',
      reason: 'Reason of correction',
    },
    services: {
      legal_advice: 'Legal advice',
      procedure_choice_advice: 'Advice on procedure',
      apply_change_measure: 'Change of coercive measure',
      opinion_on_case: 'Opinion on the case',
      help_apply_legal_aid: 'Legal aid application handed on',
      other_by_law: 'Other help',
      explain_plea_law: 'Plea leniency explained',
      opinion_charge_sentence_procedure: 'Opinion on charge, sentence, procedure',
      present_at_affidavit: 'Present at the affidavit',
      meeting: 'Meeting',
      file_review: 'File review',
    },
    plea: {
      not_raised: 'Not raised',
      willing: 'Willing',
      unwilling: 'Unwilling',
      undecided: 'Undecided',
    },
    and: ', ',
    corrected: 'Correction',
    papers: {
      affidavit: 'Plea affidavit',
      opinion: 'Duty lawyer’s opinion',
      plea: 'Notice of willingness to plead',
      application: 'Legal aid application',
      form: 'Legal help application',
      refusal: 'Refusal of help',
    },
  },
}
