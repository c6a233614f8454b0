import { Button } from 'antd'
import { useState } from 'react'
import { tongue } from '../words/index.ts'
import { securityWords as words } from '../words/security.ts'
import type { FlowText } from './queries.ts'

/** The pictures `npm run content -- --write` draws; built in beside the app. */
const pictures = import.meta.glob<string>('../../../docs/flows/*.svg', {
  eager: true,
  query: '?url',
  import: 'default',
})
const pictureOf = (id: string): string | undefined => pictures[`../../../docs/flows/${id}.svg`]

export function FlowCard({ flow }: { flow: FlowText }) {
  const [open, setOpen] = useState(false)
  const { id, title, version, earlier, reviewed, steps } = flow
  const picture = pictureOf(id)
  const name = title[tongue()]
  return (
    <>
      <div className="grow">
        <b>{name}</b>
        <div className="soft">
          {[
            words.version(version),
            words.reviewed(reviewed, steps.length),
            earlier.length > 0 ? words.earlier(earlier.join(', ')) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <Button
        size="small"
        aria-expanded={open}
        aria-label={`${name}: ${open ? words.hidePicture : words.showPicture}`}
        onClick={() => setOpen(!open)}
      >
        {open ? words.hidePicture : words.showPicture}
      </Button>
      <Button size="small" href={`/learn/${id}`} aria-label={`${name}: ${words.read}`}>
        {words.read}
      </Button>
      {open && (
        <div className="whole">
          {picture && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide picture is scrolled by keyboard too
            <section className="picture" tabIndex={0} aria-label={words.picture(name)}>
              <img src={picture} alt={words.picture(name)} />
            </section>
          )}
          <ol aria-label={words.steps}>
            {steps.map((step) => (
              <li key={step.id}>
                {step.title[tongue()]}
                <span className="soft"> · {step.reviewed ? words.yes : words.no}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}
