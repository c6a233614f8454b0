import { smallDesk, TestDesk, week } from '../harness.ts'

/** What the stories of appointments share: a desk with by-appointment hours, and times as it says them. */

/** `hour` may have a fraction; November 2026, Shanghai. */
export const at = (day: number, hour: number): string =>
  new Date(Date.UTC(2026, 10, day) + (hour - 8) * 3_600_000).toISOString()

export const byAppointment = (lawyer: string, more: object = {}) => ({
  lawyer,
  station: 'jiangcheng',
  methods: ['phone', 'online'],
  tier: 'primary',
  mode: 'appointment',
  days: week,
  from: '14:00',
  to: '17:00',
  ...more,
})

/** Zhang and Li on duty, Wang behind them; Wang can be booked in the afternoon. */
export const bookingDesk = (booking: object = {}, shifts: object[] = [byAppointment('wang')]) => {
  const file = smallDesk()
  return { ...file, shifts: [...file.shifts, ...shifts], booking }
}

export const openBooking = (booking?: object, shifts?: object[]): Promise<TestDesk> =>
  TestDesk.open(bookingDesk(booking, shifts))
