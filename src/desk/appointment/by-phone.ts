import { isBusy } from '../offer/candidates.ts'
import { dispatch, keepWaiting } from '../offer/dispatch.ts'
import { makeOffer } from '../offer/offer.ts'
import { lawyersOf, mayServe } from '../rota.ts'
import type { Conversation, Reserved } from '../state.ts'
import type { Turn } from '../turn.ts'
import { note } from './keep.ts'
import { lift } from './lift.ts'
import { tellPlainly, wordsFor } from './tell.ts'

/** A call agreed on: the lawyer is rung, on acceptance the client, and both meet. Nobody else is rung yet. */

const AGAIN = 60_000
const TRIES = 2
/** The client did not pick up: once more after this. */
const CLIENT_AGAIN = 2 * 60_000
const RINGS = 2

export function ringAppointed(turn: Turn, before: Conversation): void {
  const { reserved } = before
  if (!reserved || before.state === 'active' || reserved.asking) return
  const lawyer = lawyersOf(turn.desk).get(reserved.lawyer)
  if (!lawyer || !mayServe(lawyer, turn.desk.timezone, turn.now)) return lift(turn, before)
  const row = keepWaiting(turn, before, {
    waitingSince: before.waitingSince ?? turn.now,
    roundSince: turn.now,
  })
  if (lawyer.phone === null || isBusy(turn, lawyer, 'phone', true))
    return missed(turn, row, reserved)
  turn.log({ type: 'queued', actor: 'desk', conversation: row.id })
  const asking = turn.put(row, { reserved: { ...reserved, asking: true } })
  makeOffer(turn, asking, {
    duty: {
      lawyer,
      shift: {
        id: reserved.appointment,
        lawyer: lawyer.id,
        station: row.station ?? turn.desk.stations[0]?.id ?? '',
        methods: ['phone'],
        tier: 'primary',
        mode: 'appointment',
      },
      tier: 'primary',
      window: { from: reserved.from, to: reserved.from },
    },
    tries: reserved.tries,
    preferred: true,
    helped: false,
    neighbour: false,
    speaks: true,
    idleSince: 0,
  })
}

/** Called when nothing rings any more for a conversation whose lawyer was being asked. */
export function appointedSilent(turn: Turn, row: Conversation): void {
  const { reserved } = row
  if (!reserved?.asking) return
  const theirs = [...turn.standing.offersOf(row.id)].filter(
    (offer) => offer.lawyer === reserved.lawyer && offer.offeredAt >= reserved.from,
  )
  const last = theirs.sort((a, b) => a.offeredAt - b.offeredAt).at(-1)
  const quiet = turn.put(row, { reserved: { ...reserved, asking: false } })
  // 现在不行: said so, and so not asked again.
  if (last?.state === 'passed') return lift(turn, quiet)
  missed(turn, quiet, { ...reserved, asking: false })
}

function missed(turn: Turn, row: Conversation, reserved: Reserved): void {
  const tries = reserved.tries + 1
  const again = turn.put(row, { reserved: { ...reserved, tries } })
  if (tries >= TRIES) return lift(turn, again)
  turn.timer('appointment', reserved.appointment, turn.now + AGAIN)
  tellPlainly(turn, again, wordsFor(again).lawyerLate)
}

/** The client did not pick up. True: they are rung once more, by the same lawyer. */
export function ringClientAgain(turn: Turn, row: Conversation): boolean {
  const { reserved } = row
  if (!reserved || row.recalls >= RINGS) return false
  const one = turn.appointment(reserved.appointment)
  if (one) note(turn, 'client_awaited', turn.putAppointment(one, { tries: row.recalls }))
  keepWaiting(turn, row, {
    lawyer: null,
    roundSince: turn.now,
    reserved: { ...reserved, tries: 0, asking: false },
  })
  turn.timer('appointment', reserved.appointment, turn.now + CLIENT_AGAIN)
  dispatch(turn)
  return true
}
