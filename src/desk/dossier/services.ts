/** What a duty lawyer does for people (Art. 6), as the work ledger counts it. */
export const services = [
  'legal_advice',
  'procedure_choice_advice',
  'apply_change_measure',
  'opinion_on_case',
  'help_apply_legal_aid',
  'other_by_law',
  'explain_plea_law',
  'opinion_charge_sentence_procedure',
  'present_at_affidavit',
  'meeting',
  'file_review',
] as const

export type Service = (typeof services)[number]

/** Help in plea cases, which local rates may pay by case (Art. 30 ¶2). */
export const pleaServices: readonly Service[] = [
  'explain_plea_law',
  'opinion_charge_sentence_procedure',
  'present_at_affidavit',
]
