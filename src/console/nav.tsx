import { Link, useLocation } from 'wouter'
import { rotaWords as words } from './words/rota.ts'
import { securityWords as security } from './words/security.ts'

/** The screens of a role, one tap apart. */
export function Nav({ role }: { role: string }) {
  const [here] = useLocation()
  const links: [string, string][] =
    role === 'lawyer'
      ? [
          ['/', words.mine],
          ['/shifts', words.myShifts],
        ]
      : [
          ['/', words.conversations],
          ['/rota', words.rota],
          ['/register', words.register],
          ['/accounts', security.people],
          ['/texts', security.texts],
        ]
  return (
    <nav className="tabs">
      {links.map(([to, name]) => (
        <Link key={to} href={to} aria-current={here === to ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
