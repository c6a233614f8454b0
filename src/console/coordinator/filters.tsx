import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useStaff } from '../queries.ts'
import { useRota } from '../rota/queries.ts'
import { weekDay } from '../time.ts'
import { deskWords as words } from '../words/desk.ts'
import { words as base } from '../words/index.ts'
import type { Filter } from './filter.ts'

export const useStations = () => useRota(weekDay(0), weekDay(1)).data?.stations ?? []

/** All that a list can be narrowed to, each with its name above it. */
export function Filters({ filter, change }: { filter: Filter; change: (patch: Filter) => void }) {
  const staff = useStaff()
  const stations = useStations()
  const choice = (label: string, name: keyof Filter, entries: [string, string][]) => (
    <Field name={label}>
      {(id) => (
        <Select
          id={id}
          aria-label={label}
          allowClear
          style={{ width: '100%' }}
          value={filter[name]}
          placeholder={base.all}
          onChange={(value: string | undefined) => change({ [name]: value })}
          options={entries.map(([value, shown]) => ({ value, label: shown }))}
        />
      )}
    </Field>
  )
  const day = (label: string, name: 'from' | 'to') => (
    <Field name={label}>
      {(id) => (
        <Input
          id={id}
          type="date"
          value={filter[name] ?? ''}
          onChange={({ target }) => change({ [name]: target.value })}
        />
      )}
    </Field>
  )
  const check = (label: string, name: 'missed' | 'flagged') => (
    <label className="check">
      <input
        type="checkbox"
        checked={filter[name] === 'true'}
        onChange={({ target }) => change({ [name]: target.checked ? 'true' : '' })}
      />
      {label}
    </label>
  )
  const lawyers = (staff.data ?? []).filter(({ role }) => role === 'lawyer')
  return (
    <div className="filters">
      {day(words.from, 'from')}
      {day(words.to, 'to')}
      {choice(base.state, 'state', Object.entries(base.states))}
      {choice(
        base.lawyer,
        'lawyer',
        lawyers.map(({ id, name }) => [id, name]),
      )}
      {choice(
        words.station,
        'station',
        stations.map(({ id, name }) => [id, name]),
      )}
      {choice(base.channel, 'channel', Object.entries(base.channels))}
      {choice(words.stage, 'stage', Object.entries(base.stages))}
      {choice(words.outcome, 'outcome', Object.entries(base.outcomes))}
      {choice(words.waitedOver, 'waitedOver', Object.entries(words.waits))}
      <Field name={words.charge}>
        {(id) => (
          <Input
            id={id}
            value={filter.charge ?? ''}
            maxLength={50}
            onChange={({ target }) => change({ charge: target.value })}
          />
        )}
      </Field>
      {check(words.missedOnly, 'missed')}
      {check(words.flaggedOnly, 'flagged')}
      <Button
        onClick={() =>
          change(Object.fromEntries(Object.keys(filter).map((name) => [name, ''])) as Filter)
        }
      >
        {words.clear}
      </Button>
    </div>
  )
}

export const useViews = () =>
  useQuery({
    queryKey: ['views'],
    queryFn: async () => (await good(api.views.$get())).items,
  })
