import { type ReactNode, useId } from 'react'

/** A field with its name above it, tied together for those who do not see them. */
export function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  )
}
