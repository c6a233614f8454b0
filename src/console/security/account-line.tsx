import { Button, Tag } from 'antd'
import { dateTime } from '../time.ts'
import { securityWords as words } from '../words/security.ts'
import type { Account } from './queries.ts'

export function AccountLine({
  account,
  invite,
  withdraw,
  signOut,
}: {
  account: Account
  invite: () => void
  withdraw: () => void
  signOut: () => void
}) {
  const { name, role, username, secondFactor, sessions, seen, invitedUntil } = account
  return (
    <>
      <div className="grow">
        <b>{name}</b> <Tag>{words.roles[role]}</Tag>
        {username !== null && (
          <Tag color={secondFactor ? 'green' : 'default'}>
            {secondFactor ? words.secondYes : words.secondNo}
          </Tag>
        )}
        {username === null && invitedUntil === null && <Tag color="orange">{words.noLogin}</Tag>}
        {invitedUntil !== null && <Tag color="blue">{words.invited(dateTime(invitedUntil))}</Tag>}
        <div className="soft">
          {[
            username,
            sessions > 0 ? words.sessionsOf(sessions) : null,
            seen === null ? null : words.seen(dateTime(seen)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <Button size="small" onClick={invite} {...(username ? { title: words.renewNote } : {})}>
        {username === null ? words.invite(name) : words.renew(name)}
      </Button>
      {invitedUntil !== null && (
        <Button size="small" onClick={withdraw}>
          {words.withdraw(name)}
        </Button>
      )}
      {sessions > 0 && (
        <Button size="small" onClick={signOut}>
          {words.signOutAll(name)}
        </Button>
      )}
    </>
  )
}
