import type { Method } from '../desk.ts'

/** What may be asked for about appointments, by a page, an app or a colleague. */
export type AppointmentAct =
  /** For the event's conversation. Ids are made by whoever asks, unguessable. */
  | { do: 'book'; id: string; slot: string }
  /** Keeps a slot for a moment, for somebody who has yet to say how they are reached. */
  | { do: 'hold'; id: string; slot: string }
  /** Turns a hold into an appointment of the event's conversation, or of a new one with the event's contact. */
  | { do: 'confirm'; method: Method }
  | { do: 'move'; slot: string }
  | { do: 'cancel' }
  /** A lawyer offers these to the client of a live conversation. */
  | { do: 'propose'; slots: string[] }
  /** The waiting list, for one local day (YYYY-MM-DD) or (null) any. */
  | { do: 'wait'; id: string; day: string | null }
  /** A coordinator has seen to what an alert was about. */
  | { do: 'settle' }

export interface AskedBy {
  role: 'client' | 'lawyer' | 'coordinator'
  /** Null: a client. */
  id: string | null
}
