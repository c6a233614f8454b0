import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Field } from '../field.tsx'
import { useFiling } from '../notices/queries.ts'
import { ledgerWords as words } from '../words/ledger.ts'
import { spanOf, Take, thisMonth } from './month.tsx'
import { useAllowances, useRates } from './queries.ts'

const yuan = (fen: number): string => (fen / 100).toFixed(2)
type Unit = NonNullable<ReturnType<typeof useRates>['data']>[number]['unit']

/** What is due for the month, by the rates in force; and the rates. */
export function Allowances({ month }: { month: string }) {
  const due = useAllowances(month)
  const rates = useRates()
  const [unit, setUnit] = useState<Unit>('working_day')
  const [amount, setAmount] = useState('')
  const [from, setFrom] = useState(`${thisMonth()}-01`)
  const [basis, setBasis] = useState('')
  const fen = Math.round(Number(amount) * 100)
  const plea = unit === 'case' || unit === 'person'
  const add = useFiling(() =>
    good(
      api.allowances.rates.$post({
        json: {
          unit,
          amount: fen,
          from,
          basis,
          services: plea
            ? ['explain_plea_law', 'opinion_charge_sentence_procedure', 'present_at_affidavit']
            : [],
        },
      }),
    ),
  )
  return (
    <section>
      <h2>{words.allowances}</h2>
      {due.data && (
        <p>
          {words.total(yuan(due.data.total))}{' '}
          <Take path="/api/allowances" query={{ ...spanOf(month) }} />
        </p>
      )}
      <h3>{words.rates}</h3>
      {rates.data?.length === 0 && <p className="soft">{words.noRates}</p>}
      {rates.data?.map((rate) => (
        <p key={rate.id}>
          {words.rate(
            words.units[rate.unit] ?? rate.unit,
            yuan(rate.amount),
            rate.from,
            rate.basis ?? '',
          )}
        </p>
      ))}
      <div className="pair">
        <Field name={words.unit}>
          {(id) => (
            <Select
              id={id}
              style={{ width: '100%' }}
              value={unit}
              onChange={setUnit}
              options={Object.entries(words.units).map(([value, label]) => ({
                value: value as Unit,
                label,
              }))}
            />
          )}
        </Field>
        <Field name={words.amount}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              value={amount}
              onChange={({ target }) => setAmount(target.value)}
            />
          )}
        </Field>
        <Field name={words.from}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={from}
              onChange={({ target }) => setFrom(target.value)}
            />
          )}
        </Field>
        <Field name={words.basis}>
          {(id) => (
            <Input id={id} value={basis} onChange={({ target }) => setBasis(target.value)} />
          )}
        </Field>
      </div>
      <Button
        disabled={!(fen > 0) || !from}
        loading={add.isPending}
        onClick={() => add.mutate(undefined)}
      >
        {words.addRate}
      </Button>
    </section>
  )
}
