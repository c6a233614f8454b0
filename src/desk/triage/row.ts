/** One rule of triage: who is sent where. */

export interface Row {
  /** The step of the flow `redirects` that says why, where, and what to say. */
  step: string
  when?: RegExp
  /** Not where this is said too. */
  unless?: RegExp
  /** By what is meant rather than by the words; `unless` does not bear on it. */
  or?: (said: string) => boolean
  outcome: 'emergency' | 'redirect' | 'refuse'
  /** A person is fetched without being asked for. */
  fetches?: true
  urgent?: true
  /** Worth an appointment besides (Art. 20). */
  hard?: true
}

export const fits = (row: Row, said: string): boolean =>
  (row.when?.test(said) === true && !row.unless?.test(said)) || row.or?.(said) === true
