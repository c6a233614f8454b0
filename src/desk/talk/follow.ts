import { followBooking, wantAppointment } from '../appointment/talk.ts'
import { assistTexts } from '../locale/assist.ts'
import { queue, tellPlace } from '../offer/queue.ts'
import { spokenToday } from '../rota/today.ts'
import type { Conversation } from '../state.ts'
import type { Turn } from '../turn.ts'
import { consented, sendMyData } from './consent.ts'
import { type Around, learn, learnStep, turnPage } from './learn.ts'
import { giveNotice, menu } from './open.ts'
import { other, say } from './say.ts'
import type { Wish } from './understand.ts'

/** A choice or wish carried out; false where it means nothing here. */
export function follow(turn: Turn, row: Conversation, wish: string, around: Around): boolean {
  switch (wish as Wish) {
    case 'lawyer':
      queue(turn, row)
      return true
    case 'learn':
      learn(turn, row, around)
      return true
    case 'appointment':
      wantAppointment(turn, row)
      return true
    case 'back':
    case 'again':
    case 'repeat':
      return turnPage(turn, row, wish as 'back') !== null || follow(turn, row, 'menu', around)
    case 'menu':
      if (row.state === 'waiting') tellPlace(turn, leave(turn, row), true)
      else say(turn, leave(turn, row), turn.locale(row).menu, menu)
      return true
    case 'today':
      say(turn, row, spokenToday(turn.desk, turn.now, row.language).join('\n'), menu)
      return true
    case 'without-ai':
      refuseMachine(turn, row)
      return true
    case 'agree':
    case 'disagree':
      return consented(turn, row, wish === 'agree', row.state === 'desk' ? menu : [])
    case 'my-data':
      return sendMyData(turn, row)
    case 'language':
      changeLanguage(turn, row)
      return true
    default:
      return followBooking(turn, row, wish) || learnStep(turn, row, wish, around)
  }
}

/** Out of the flow; where they were is kept in what they have seen. */
const leave = (turn: Turn, row: Conversation): Conversation =>
  turn.put(row, { position: null, walk: { ...row.walk, trail: [] } })

/** PIPL Art. 16: refusing the machine costs a client nothing. */
function refuseMachine(turn: Turn, row: Conversation): void {
  const refusing = turn.put(row, { refusesMachine: true })
  turn.log({ type: 'machine_off', actor: 'client', conversation: row.id })
  say(turn, refusing, assistTexts(row.language).off, row.state === 'desk' ? menu : [])
}

/** In the middle of a step, that step in the other language; else the notice, which they have not read in it yet. */
function changeLanguage(turn: Turn, row: Conversation): void {
  const turned = turn.put(row, { language: other(row.language) })
  if (turned.position && turnPage(turn, turned, 'repeat')) return
  if (row.state === 'desk') giveNotice(turn, turned)
  else say(turn, turned, turn.locale(turned).languageChanged)
}
