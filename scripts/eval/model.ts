import { Assist } from '../../src/assist/assist.ts'
import { noMaterial } from '../../src/assist/material.ts'
import type { ModelConfig } from '../../src/assist/port/model.ts'
import { OpenAiModel } from '../../src/assist/port/openai.ts'
import { readPrompts } from '../../src/content/prompts.ts'
import { triage } from '../../src/desk/triage/triage.ts'
import { openDoor } from '../../src/outgoing.ts'
import { promptFiles } from '../../src/setup/files.ts'
import { samples } from '../samples.ts'
import type { Case } from './measure.ts'
import { content } from './runs.ts'
import { lines, talk } from './sets.ts'

/** The same sets with a model beside the rules, as the desk would use it: it raises, it adds, it never takes away. */
export async function byModel(config: ModelConfig): Promise<[string, Case[]][]> {
  const door = openDoor({ places: () => [config.baseUrl], refused: () => {} })
  const model = new OpenAiModel(config, door)
  const prompts = () => readPrompts(promptFiles())
  const { purposes } = config
  const assist = new Assist({ model, prompts, content, now: Date.now, purposes })
  const ask = async (purpose: 'triage' | 'find-step', words: string) => {
    const prepared = assist.prepare({ ...noMaterial, purpose, words })
    return prepared ? (await assist.ask(prepared)).result : null
  }
  const urgency: Case[] = []
  for (const sample of samples()) {
    const ruled = triage(sample.text)
    const found = await ask('triage', sample.text)
    const raised = found?.kind === 'triage' && (found.urgent || found.danger !== null)
    const urgent = ruled.outcome === 'emergency' || ruled.urgent !== null || raised
    const want = sample.urgent || sample.outcome === 'EMERGENCY' ? 'urgent' : 'not urgent'
    urgency.push({ set: 'urgency', text: sample.text, want, got: urgent ? 'urgent' : 'not urgent' })
  }
  const steps: Case[] = []
  for (const [want = '', text = ''] of lines('steps')) {
    const found = await ask('find-step', text)
    const at = found?.kind === 'step' ? found.at : null
    const right = want === '-' ? at === null : at !== null && want.split('|').includes(at)
    const name = want === '-' ? 'none' : 'step'
    steps.push({ set: 'steps', text, want: name, got: right ? name : 'other' })
  }
  const prepared = assist.prepare({ ...noMaterial, purpose: 'draft-record', talk })
  const draft = prepared && (await assist.ask(prepared))
  const drafts: Case[] = [
    {
      set: 'draft',
      text: draft?.why ?? '',
      want: 'shown',
      got: draft?.result ? 'shown' : 'refused',
    },
  ]
  return [
    ['urgency with the model', urgency],
    ['steps with the model', steps],
    ['a draft with the model', drafts],
  ]
}
