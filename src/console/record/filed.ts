import { api, good } from '../api.ts'

export type Kind = 'plea' | 'application' | 'opinion' | 'affidavit' | 'form' | 'refusal'

export type Given = Record<string, string | boolean>

const needed: Record<Kind, string[]> = {
  plea: ['authority', 'person', 'willing', 'knows'],
  application: ['person'],
  opinion: ['authority', 'person'],
  affidavit: ['person', 'reference', 'place', 'outcome'],
  form: ['person', 'help'],
  refusal: ['stage'],
}

export const ready = (kind: Kind, given: Given): boolean =>
  needed[kind].every((name) => given[name] !== undefined && given[name] !== '' && given[name])

type Body<P extends { $post: (asked: never) => unknown }> = Parameters<P['$post']>[0] extends {
  json: infer J
}
  ? J
  : never

/** Files it: the desk's own rules say whether it may be. */
export async function filed(kind: Kind, conversation: string, given: Given): Promise<unknown> {
  const json = { conversation, ...given }
  switch (kind) {
    case 'plea':
      return good(
        api['plea-notices'].$post({ json: json as unknown as Body<(typeof api)['plea-notices']> }),
      )
    case 'application':
      return good(
        api['aid-applications'].$post({
          json: json as unknown as Body<(typeof api)['aid-applications']>,
        }),
      )
    case 'opinion':
      return good(api.opinions.$post({ json: json as unknown as Body<typeof api.opinions> }))
    case 'affidavit': {
      const voluntary = given.outcome !== 'involuntary'
      const whole = { ...json, voluntary } as unknown as Body<typeof api.affidavits>
      return good(api.affidavits.$post({ json: whole }))
    }
    case 'form': {
      const whole = { ...json, help: [given.help] } as unknown as Body<(typeof api)['help-forms']>
      return good(api['help-forms'].$post({ json: whole }))
    }
    case 'refusal': {
      const refusal = api.conversations[':id'].refusal
      const asked = { stage: given.stage, note: given.note ?? '' }
      return good(
        refusal.$post({
          param: { id: conversation },
          json: asked as unknown as Body<typeof refusal>,
        }),
      )
    }
  }
}

/** The file itself stays on this machine: its SHA-256 says later that a copy is the same. */
export async function copyOf(file: File | undefined): Promise<string> {
  if (!file) return ''
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
