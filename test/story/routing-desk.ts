import { expect } from 'vitest'
import type { Call } from '../../src/phone/call.ts'
import { TestDesk } from '../harness.ts'

/** A desk of which one wants to know whose phone it rang: the stories of routing by telephone. */

export let desk: TestDesk
export let ringing: Call[] = []
export const open = async (file: object) => {
  desk = await TestDesk.open(file)
  ringing = []
  desk.carrier.on('ringing', (call) => ringing.push(call))
}

const phones: Record<string, string> = {
  '+8613800000001': 'zhang',
  '+8613800000002': 'li',
  '+8613800000003': 'wang',
}
export const rung = () => ringing.map(({ to }) => phones[to] ?? to)
export const live = (lawyer: string) =>
  ringing.findLast((call) => phones[call.to] === lawyer && !call.over) as Call

export async function dial(from: string): Promise<Call> {
  const call = desk.carrier.dial(from)
  await expect.poll(() => call.asking).not.toBeNull()
  return call
}
export async function press(call: Call, key: string): Promise<void> {
  await expect.poll(() => call.asking).not.toBeNull()
  call.press(key)
  await desk.settle()
}
export async function waiting(from: string): Promise<Call> {
  const call = await dial(from)
  await press(call, '1')
  return call
}
export const presenceOf = async (lawyer: string) => {
  const chen = await desk.signIn('chen')
  const { items } = (await chen.get('/staff')).body
  return items.find(({ id }: { id: string }) => id === lawyer)
}
export const offersFor = async (conversation: string) => {
  const chen = await desk.signIn('chen')
  const { events } = (await chen.get(`/conversations/${conversation}`)).body
  return events.filter(({ type }: { type: string }) => type === 'offered')
}
export const one = { staggerSeconds: 0, ringSeconds: 20 }
