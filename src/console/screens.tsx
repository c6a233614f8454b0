import { type ComponentType, lazy } from 'react'
import { fetched } from './load.ts'
import type { Me } from './queries.ts'
import { assistWords } from './words/assist.ts'
import { screenWords as words } from './words/screens.ts'
import { securityWords as security } from './words/security.ts'

/**
 * Every screen of the staff app, in the order of the navigation; each is loaded when it is first gone to.
 * A screen is handed who is signed in, and the `:id` of its path.
 */
export interface ScreenProps {
  me: Me
  id: string
}

export interface Screen {
  path: string
  role: 'lawyer' | 'coordinator'
  /** In the navigation; null: reached from elsewhere. */
  name: string | null
  /** Uses the whole width of a desktop. */
  wide?: true
  view: ComponentType<ScreenProps>
}

const load = (view: () => Promise<ComponentType<ScreenProps>>) =>
  lazy(async () => ({ default: await fetched(view) }))

const safety: Omit<Screen, 'role'> = {
  path: '/safety',
  name: null,
  view: load(async () => (await import('./security/safety-screen.tsx')).SafetyScreen),
}

const lawyer: Omit<Screen, 'role'>[] = [
  safety,
  {
    path: '/',
    name: words.mine,
    view: load(async () => (await import('./lawyer/home.tsx')).LawyerHome),
  },
  {
    path: '/c/:id',
    name: null,
    wide: true,
    view: load(async () => (await import('./lawyer/conversation.tsx')).LawyerConversation),
  },
  {
    path: '/appointments',
    name: words.appointments,
    wide: true,
    view: load(async () => (await import('./appointments/screen.tsx')).Appointments),
  },
  {
    path: '/shifts',
    name: words.shifts,
    view: load(async () => (await import('./rota/my-shifts.tsx')).MyShifts),
  },
  {
    path: '/tasks',
    name: words.tasks,
    view: load(async () => (await import('./notices/tasks.tsx')).TasksScreen),
  },
  {
    path: '/papers/:id',
    name: null,
    view: load(async () => (await import('./notices/tasks.tsx')).TasksScreen),
  },
  {
    path: '/ledger',
    name: words.ledger,
    view: load(async () => (await import('./ledger/own.tsx')).OwnLedger),
  },
]

const coordinator: Omit<Screen, 'role'>[] = [
  safety,
  {
    path: '/',
    name: words.now,
    wide: true,
    view: load(async () => (await import('./now/now-screen.tsx')).NowScreen),
  },
  {
    path: '/conversations',
    name: words.conversations,
    view: load(async () => (await import('./coordinator/list.tsx')).ConversationList),
  },
  {
    path: '/c/:id',
    name: null,
    view: load(
      async () => (await import('./coordinator/conversation.tsx')).CoordinatorConversation,
    ),
  },
  {
    path: '/appointments',
    name: words.appointments,
    wide: true,
    view: load(async () => (await import('./appointments/screen.tsx')).Appointments),
  },
  {
    path: '/rota',
    name: words.rota,
    wide: true,
    view: load(async () => (await import('./rota/rota-screen.tsx')).RotaScreen),
  },
  {
    path: '/notices',
    name: words.notices,
    view: load(async () => (await import('./notices/list.tsx')).NoticeList),
  },
  {
    path: '/notices/new',
    name: null,
    view: load(async () => (await import('./notices/form.tsx')).NoticeForm),
  },
  {
    path: '/notices/:id',
    name: null,
    view: load(async () => (await import('./notices/detail.tsx')).NoticeScreen),
  },
  {
    path: '/ledger',
    name: words.ledger,
    view: load(async () => (await import('./ledger/screen.tsx')).LedgerScreen),
  },
  {
    path: '/quality',
    name: words.quality,
    view: load(async () => (await import('./quality/screen.tsx')).QualityScreen),
  },
  {
    path: '/register',
    name: words.register,
    view: load(async () => (await import('./rota/register-screen.tsx')).RegisterScreen),
  },
  {
    path: '/assist',
    name: assistWords.screen,
    view: load(async () => (await import('./assist/screen.tsx')).AssistScreen),
  },
  {
    path: '/figures',
    name: words.figures,
    view: load(async () => (await import('./figures/figures-screen.tsx')).FiguresScreen),
  },
  {
    path: '/settings',
    name: words.settings,
    view: load(async () => (await import('./settings/settings-screen.tsx')).SettingsScreen),
  },
  {
    path: '/accounts',
    name: security.people,
    view: load(async () => (await import('./security/accounts-screen.tsx')).AccountsScreen),
  },
  {
    path: '/texts',
    name: security.texts,
    wide: true,
    view: load(async () => (await import('./security/texts-screen.tsx')).TextsScreen),
  },
]

export const screens: Screen[] = [
  ...lawyer.map((one) => ({ ...one, role: 'lawyer' as const })),
  ...coordinator.map((one) => ({ ...one, role: 'coordinator' as const })),
]

/** The screens of a role. */
export const screensOf = (role: string): Screen[] => screens.filter((one) => one.role === role)
