/** Requests to a language model. */
export interface AssistTables {
  model_request: {
    id: string
    purpose: string
    conversation: string
    state: string
    asked_at: number
    deadline: number
    done_at: number | null
    /** The rest of the row, which is never searched by. */
    rest: string
  }
}
