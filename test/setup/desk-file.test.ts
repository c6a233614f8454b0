import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type ConfigError, readConfig } from '../../src/config.ts'
import {
  dateOfDay,
  dayOfDate,
  daysBetween,
  isDayOf,
  isRestDay,
  workdayAfter,
} from '../../src/desk/rota/calendar.ts'
import { onDuty } from '../../src/desk/rota.ts'
import { chineseCalendar } from '../../src/setup/calendar.ts'
import { DeskFileError, readDeskFile } from '../../src/setup/desk-file.ts'
import { keepCalendar } from '../../src/store/facts.ts'
import type { InProcess } from '../backend/in-process.ts'
import { smallDesk, TestDesk } from '../harness.ts'

const faultsOf = (text: string) => {
  try {
    readDeskFile(text)
    return []
  } catch (error) {
    return (error as DeskFileError).faults.map(({ line, message }) => `${line} ${message}`)
  }
}

describe('the desk file', () => {
  test('the example: three stations, eight lawyers, two coordinators, somebody on at every hour of the week', () => {
    const { desk } = readDeskFile(readFileSync('desk.example.yaml', 'utf8'))
    expect([desk.stations.length, desk.lawyers.length, desk.coordinators.length]).toEqual([3, 8, 2])
    for (let hour = 0; hour < 24 * 7; hour++) {
      const now = Date.UTC(2026, 10, 23, hour, 30)
      for (const method of ['phone', 'online'] as const) {
        const tiers = onDuty(desk, method, now).map(({ tier }) => tier)
        expect(tiers).toContain('primary')
        expect(tiers).toContain('backup')
      }
    }
  })

  test('each fault is named with its line, all at once', () => {
    const text = `desk: {name: X, timezone: Mars/Olympus}
stations:
  - {id: a, name: A, phone: "027"}
lawyers:
  - {id: z, name: Z, licence: "1", firm: F, status: asleep}
coordinators: []
surprise: 1
`
    const faults = faultsOf(text)
    expect(faults.find((f) => f.includes('timezone'))).toMatch(/^1 /)
    expect(faults.find((f) => f.includes('phone'))).toMatch(/^3 /)
    expect(faults.find((f) => f.includes('status'))).toMatch(/^5 /)
    expect(faults.some((f) => f.includes('surprise'))).toBe(true)
  })

  test('what only the whole shows: unknown people, doubled ids, backwards shifts', () => {
    const file = smallDesk()
    const shifts = [
      { ...file.shifts[0], lawyer: 'nobody' },
      { ...file.shifts[0], station: 'nowhere' },
      { ...file.shifts[0], days: undefined, from: '2026-11-23T17:00', to: '2026-11-23T09:00' },
      { ...file.shifts[0], from: '25:00' },
    ]
    const lawyers = [...file.lawyers, file.lawyers[0]]
    const faults = faultsOf(
      stringify({ ...file, shifts: JSON.parse(JSON.stringify(shifts)), lawyers }),
    )
    for (const part of ['nobody', 'nowhere', 'after from', 'HH:MM', 'used twice']) {
      expect(
        faults.some((fault) => fault.includes(part)),
        part,
      ).toBe(true)
    }
  })

  test('a broken file changes nothing; the same file twice changes nothing; a new one changes what it says', async () => {
    const desk = await TestDesk.open()
    const bring = (file: object) => desk.backend.import(readDeskFile(stringify(file)))
    expect(await bring(smallDesk())).toEqual({ changed: false, logins: 0, closed: 0 })
    expect(() => readDeskFile('desk: {')).toThrow(DeskFileError)
    const next = smallDesk()
    Object.assign(next.lawyers[0] as object, { status: 'suspended' })
    next.lawyers = next.lawyers.filter(({ id }) => id !== 'wang')
    next.shifts = next.shifts.filter(({ lawyer }) => lawyer !== 'wang')
    const wang = await desk.signIn('wang')
    expect(await bring(next)).toEqual({ changed: true, logins: 0, closed: 1 })
    expect((await wang.get('/me')).status).toBe(401)
    await expect(desk.signIn('wang')).rejects.toThrow(/401/)
    const zhang = await desk.signIn('zhang')
    expect((await zhang.get('/me')).body.onDuty).toEqual([])
    await desk.close()
  })
})

describe('the calendar of holidays', () => {
  test('comes with the software; newer data are taken up at a start, once', async () => {
    const calendar = chineseCalendar()
    const day = (date: string) => dayOfDate(date) as number
    for (const [date, rest] of [
      ['2026-10-01', true],
      ['2026-10-08', false],
      ['2026-10-10', false],
      ['2026-10-11', true],
      ['2026-02-16', true],
      ['2026-02-14', false],
      ['2030-01-05', true],
    ] as const) {
      expect([date, isRestDay(calendar, day(date))]).toEqual([date, rest])
    }
    expect(dateOfDay(workdayAfter(calendar, day('2026-09-30'), 2))).toBe('2026-10-09')
    const desk = await TestDesk.open()
    const { engine, desk: running } = desk.backend as InProcess
    const keep = (version: string) =>
      engine.atomically((tx) => keepCalendar(tx, { ...calendar, version }))
    expect(await keep(calendar.version)).toBe(false)
    expect(await keep('next')).toBe(true)
    expect((await running.desk()).calendar.version).toBe('next')
    expect(await keep('next')).toBe(false)
    await desk.close()
  })

  test('days are counted by kind as if one by one', () => {
    const calendar = chineseCalendar()
    for (const kind of ['every', 'workdays', 'restdays'] as const) {
      let count = 0
      const start = dayOfDate('2025-12-20') as number
      for (let day = start; day < start + 500; day++) {
        expect(daysBetween(calendar, kind, start, day)).toBe(count)
        if (isDayOf(calendar, kind, day)) count++
      }
    }
  })
})

describe('the environment', () => {
  test('every wrong value is listed at once', () => {
    const env = {
      PORT: 'x',
      PUBLIC_URL: 'ftp://x',
      SECRET_KEY: 'short',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      TWILIO_NUMBER: '123',
      TELEGRAM_BOT_TOKEN: 'nonsense',
      TELEGRAM_WEBHOOK_SECRET: 'has space',
    }
    try {
      readConfig(env)
      expect.unreachable()
    } catch (error) {
      const { faults } = error as ConfigError
      for (const name of Object.keys(env))
        expect(
          faults.some((f) => f.startsWith(name)),
          name,
        ).toBe(true)
      expect(faults.join()).not.toContain('nonsense')
    }
  })

  test('absent channels are off and say what they need', () => {
    const config = readConfig({ TELEGRAM_BOT_TOKEN: '1:a' })
    expect(config.telegram).toBeNull()
    expect(config.off).toContainEqual({ channel: 'telegram', missing: ['TELEGRAM_WEBHOOK_SECRET'] })
    expect(config.publicUrl).toBe('http://127.0.0.1:1717')
  })
})
