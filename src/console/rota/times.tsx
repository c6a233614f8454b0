import { Input } from 'antd'
import { Field } from '../field.tsx'
import { rotaWords as words } from '../words/rota.ts'

interface Given {
  from: string
  to: string
  onFrom: (value: string) => void
  onTo: (value: string) => void
}

/** From and to, on the desk's clock. */
export const Times = ({ from, to, onFrom, onTo }: Given) => (
  <div className="pair">
    <Field name={words.from}>
      {(id) => (
        <Input
          id={id}
          type="datetime-local"
          value={from}
          onChange={(e) => onFrom(e.target.value)}
        />
      )}
    </Field>
    <Field name={words.to}>
      {(id) => (
        <Input id={id} type="datetime-local" value={to} onChange={(e) => onTo(e.target.value)} />
      )}
    </Field>
  </div>
)
