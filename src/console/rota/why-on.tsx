import { Segmented } from 'antd'
import { useState } from 'react'
import { rotaWords } from '../words/rota.ts'
import { pictureWords as words } from '../words/rota-picture.ts'
import { useWhy } from './queries.ts'

/** Who is on duty at this moment and who is not, each with the reason. */
export function WhyOn() {
  const [method, setMethod] = useState<'phone' | 'online'>('phone')
  const { data = [] } = useWhy(method)
  return (
    <section>
      <h2>{words.why}</h2>
      <Segmented
        aria-label={rotaWords.method}
        value={method}
        onChange={setMethod}
        options={(['phone', 'online'] as const).map((value) => ({
          value,
          label: rotaWords.methods[value] ?? value,
        }))}
      />
      <ul className="why">
        {data
          .toSorted((a, b) => Number(b.on) - Number(a.on))
          .map(({ lawyer, lawyerName, on, reasons }) => (
            <li key={lawyer}>
              <b className={on ? 'good' : undefined}>{lawyerName}</b>{' '}
              {reasons.map(({ text }) => text).join('；')}
            </li>
          ))}
      </ul>
    </section>
  )
}
