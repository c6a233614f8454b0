import type { Channel, Language } from '../../desk/desk.ts'
import type { Ending, Stage } from '../../desk/state.ts'

/** Words of the documents staff take away. */
interface StaffWords {
  channels: Record<Channel | 'onsite', string>
  stages: Record<Stage, string>
  outcomes: Record<Ending, string>
}

export const staffWords: Record<Language, StaffWords> = {
  'zh-CN': {
    channels: {
      webchat: '网络（网页）',
      telegram: '网络（Telegram）',
      sms: '网络（短信）',
      whatsapp: '网络（WhatsApp）',
      phone: '电话',
      onsite: '现场',
    },
    stages: {
      investigation: '侦查',
      prosecution_review: '审查起诉',
      trial_first: '一审',
      trial_second: '二审',
    },
    outcomes: {
      answered: '已解答',
      appointment: '另行预约',
      referred: '转介',
      interrupted: '中断',
      left: '离开',
      missed: '未接通',
      unreached: '回电未接',
    },
  },
  en: {
    channels: {
      webchat: 'Online (web)',
      telegram: 'Online (Telegram)',
      sms: 'Online (SMS)',
      whatsapp: 'Online (WhatsApp)',
      phone: 'Phone',
      onsite: 'On site',
    },
    stages: {
      investigation: 'Investigation',
      prosecution_review: 'Review for prosecution',
      trial_first: 'First instance',
      trial_second: 'Second instance',
    },
    outcomes: {
      answered: 'Answered',
      appointment: 'Appointment',
      referred: 'Referred',
      interrupted: 'Interrupted',
      left: 'Left',
      missed: 'Missed',
      unreached: 'Not reached',
    },
  },
}
