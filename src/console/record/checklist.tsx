import { Checkbox, Input, Select } from 'antd'
import { Field } from '../field.tsx'
import type { Detail } from '../queries.ts'
import { recordWords as words } from '../words/record.ts'

export type Checks = NonNullable<NonNullable<Detail['record']>['checks']>
type Tick = Checks['ticks'][number]

export const noChecks: Checks = { plea: 'not_raised', ticks: [], notApplicable: {}, services: [] }

const advice: Tick[] = ['rules', 'rights', 'answered']
const plea: Tick[] = ['objection', 'range', 'circumstances', 'leniency', 'procedure']
const extra: Checks['services'] = ['apply_change_measure', 'meeting', 'file_review', 'other_by_law']

/** What is still to be ticked, or said why not. */
export function unticked(checks: Checks): Tick[] {
  const due = checks.plea === 'not_raised' ? advice : [...advice, ...plea]
  const why = checks.notApplicable as Record<string, string | undefined>
  return due.filter((tick) => !checks.ticks.includes(tick) && !why[tick]?.trim())
}

/** Article 7, as it is talked through: three ticks, and five more where a plea is on the table. */
export function Checklist({
  checks,
  done,
  change,
}: {
  checks: Checks
  done: boolean
  change: (to: Checks) => void
}) {
  const why = checks.notApplicable as Record<string, string | undefined>
  const line = (tick: Tick) => (
    <li key={tick}>
      <Checkbox
        disabled={done}
        checked={checks.ticks.includes(tick)}
        onChange={({ target }) =>
          change({
            ...checks,
            ticks: target.checked
              ? [...checks.ticks, tick]
              : checks.ticks.filter((one) => one !== tick),
          })
        }
      >
        {words.ticks[tick]}
      </Checkbox>
      {!checks.ticks.includes(tick) && !done && (
        <Input
          size="small"
          aria-label={words.notApplicable(words.ticks[tick] ?? tick)}
          placeholder={words.whyNot}
          value={why[tick] ?? ''}
          onChange={({ target }) =>
            change({
              ...checks,
              notApplicable: { ...checks.notApplicable, [tick]: target.value },
            })
          }
        />
      )}
    </li>
  )
  return (
    <div className="checklist" id="checks">
      <h3>{words.checklist}</h3>
      <ul>{advice.map(line)}</ul>
      <Field name={words.plea}>
        {(id) => (
          <Select
            id={id}
            disabled={done}
            style={{ width: '100%' }}
            value={checks.plea}
            onChange={(to) => change({ ...checks, plea: to })}
            options={Object.entries(words.stances).map(([value, label]) => ({
              value: value as Checks['plea'],
              label,
            }))}
          />
        )}
      </Field>
      {checks.plea !== 'not_raised' && (
        <>
          <h3>{words.pleaChecklist}</h3>
          <ul>{plea.map(line)}</ul>
        </>
      )}
      <Field name={words.services}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            disabled={done}
            style={{ width: '100%' }}
            value={checks.services}
            onChange={(services) => change({ ...checks, services })}
            options={extra.map((value) => ({ value, label: words.serviceNames[value] }))}
          />
        )}
      </Field>
    </div>
  )
}
