import type { World } from './world.ts'

/** Every page there is: where it is, and what to wait for. */

export interface Shot {
  name: string
  path: string
  /** A selector that is there once the page is. */
  ready: string
  says: string
  from?: string
}

export const clientPages = ({ publication, invitation }: World): Shot[] => [
  { name: 'home', path: '/', ready: 'h1', says: 'home: three ways to go, who is on duty' },
  { name: 'today', path: '/today', ready: 'h1', says: 'today’s duty lawyers (Art. 27)' },
  { name: 'learn', path: '/learn', ready: 'h1', says: 'the plea process explained' },
  {
    name: 'rights',
    path: '/learn/rights?stage=prosecution_review&org=江城区人民检察院',
    ready: 'h1',
    says: 'the sheet of rights for the wall',
  },
  {
    name: 'chat-start',
    path: '/chat?to=lawyer',
    ready: 'h1',
    says: 'the chat before the first word: the notice',
  },
  { name: 'book', path: '/book', ready: 'h1', says: 'booking without signing in' },
  {
    name: 'privacy',
    path: '/privacy',
    ready: 'h1',
    says: 'what is kept, for how long, who sees it',
  },
  {
    name: 'publication',
    path: publication,
    ready: 'h1',
    says: 'the rota as an authority is sent it (Art. 18)',
  },
  { name: 'invitation', path: invitation, ready: 'h1', says: 'an invitation to sign in (staff)' },
  { name: 'not-found', path: '/nothing-here', ready: 'h1', says: 'a page that is not there' },
  { name: 'sign-in', path: '/console', ready: 'input', says: 'signing in (staff)' },
]

/** Of somebody who has written. */
export const ownPages = ({ appointment }: World): Shot[] => [
  { name: 'chat', path: '/chat', ready: '#talk li', says: 'the talk' },
  {
    name: 'appointment',
    path: appointment,
    ready: 'h1',
    says: 'an appointment, moved or cancelled',
  },
  {
    name: 'my-data',
    path: '/my-data',
    ready: 'h1',
    says: 'own data: seen, taken, corrected, deleted',
  },
]

export const lawyerPages = ({ talk, call, paper }: World): Shot[] => [
  { name: 'lawyer-home', path: '/', ready: '.ahead', says: 'between two clients, and what comes' },
  {
    name: 'lawyer-talk',
    path: `/c/${talk}`,
    ready: '.talk',
    says: 'a talk in writing, a colleague in it, the record beside it',
  },
  { name: 'lawyer-call', path: `/c/${call}`, ready: '.call', says: 'a call: time, keys, record' },
  { name: 'lawyer-appointments', path: '/appointments', ready: '.week', says: 'own appointments' },
  { name: 'lawyer-shifts', path: '/shifts', ready: '.register', says: 'own duty, swaps, leave' },
  { name: 'lawyer-tasks', path: '/tasks', ready: 'main h1', says: 'people named in notices' },
  { name: 'lawyer-papers', path: `/papers/${paper}`, ready: 'main h1', says: 'own papers' },
  { name: 'lawyer-ledger', path: '/ledger', ready: 'main h1', says: 'own lines of the ledger' },
  { name: 'lawyer-safety', path: '/safety', ready: 'main h2', says: 'password, second step' },
]

export const coordinatorPages = ({ closed, notice }: World): Shot[] => [
  { name: 'now', path: '/', ready: '.tiles', says: 'now: whether to worry' },
  { name: 'conversations', path: '/conversations', ready: '.row', says: 'all conversations' },
  { name: 'timeline', path: `/c/${closed}`, ready: '.timeline', says: 'one, second by second' },
  { name: 'rota', path: '/rota', ready: '.rota-picture, .week', says: 'the rota, gaps in red' },
  { name: 'register', path: '/register', ready: '.register', says: 'the register of lawyers' },
  { name: 'appointments', path: '/appointments', ready: '.week', says: 'all appointments' },
  { name: 'notices', path: '/notices', ready: '.rows', says: 'notices of legal help' },
  { name: 'notice', path: `/notices/${notice}`, ready: 'main h1', says: 'one notice' },
  { name: 'notice-new', path: '/notices/new', ready: 'main h1', says: 'taking a notice in' },
  { name: 'ledger', path: '/ledger', ready: 'main h1', says: 'the ledger, handing it over' },
  { name: 'quality', path: '/quality', ready: 'main h1', says: 'samples, score cards, complaints' },
  { name: 'figures', path: '/figures', ready: 'canvas', says: 'figures' },
  {
    name: 'staffing',
    path: '/figures',
    ready: '[data-staffing] canvas',
    says: 'how many lawyers each hour needs',
    from: '[data-staffing]',
  },
  { name: 'assist', path: '/assist', ready: 'main h1', says: 'what was asked of the model' },
  { name: 'settings', path: '/settings', ready: 'main h2', says: 'routing, channels, readers' },
  { name: 'accounts', path: '/accounts', ready: 'main h1', says: 'who may sign in' },
  { name: 'texts', path: '/texts', ready: '.register', says: 'the flows, with versions' },
]
