import { type Person, smallDesk } from '../harness.ts'

/** The week of Monday 2026-11-23, 10:00 in Shanghai: Zhang has the days, Li the nights. */

export const HOUR = 3_600_000
export const at = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 10, day, hour - 8)).toISOString()

/** Who is on, as the rota explains it. */
export const names = async (who: Person, method = 'phone', time?: string) =>
  (await who.get(`/rota/explain?method=${method}${time ? `&at=${time}` : ''}`)).body.items
    .filter(({ on }: { on: boolean }) => on)
    .map(({ lawyer }: { lawyer: string }) => lawyer)

export const weekly = (lawyer: string, from: string, to: string) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'fixed',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  from,
  to,
})

export const dayAndNight = {
  ...smallDesk(),
  shifts: [weekly('zhang', '08:00', '20:00'), weekly('li', '20:00', '08:00')],
  hours: [{ station: 'jiangcheng', methods: ['phone'], from: '00:00', to: '24:00' }],
  authorities: [{ id: 'police', name: '江城市公安局', kind: 'police' }],
}
