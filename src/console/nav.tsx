import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { screensOf } from './screens.tsx'
import { screenWords as words } from './words/screens.ts'

/** What fits beside “more” at the foot of a small phone. */
const FIRST = 4

/** The screens of a role: at the side of a desk, at the foot of a phone. */
export function Nav({ role }: { role: string }) {
  const [here] = useLocation()
  const [open, setOpen] = useState(false)
  const links = screensOf(role).filter(({ name }) => name !== null)
  const current = (path: string): boolean =>
    path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`)
  const fold = links.length > FIRST + 1
  return (
    <nav className={open ? 'side open' : 'side'} aria-label={words.navigation}>
      <ul>
        {links.map(({ path, name }, index) => (
          <li key={path} className={fold && index >= FIRST ? 'later' : undefined}>
            <Link
              href={path}
              aria-current={current(path) ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {name}
            </Link>
          </li>
        ))}
        {fold && (
          <li className="fold">
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? words.less : words.more}
            </button>
          </li>
        )}
      </ul>
    </nav>
  )
}
