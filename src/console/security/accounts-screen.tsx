import { useQueryClient } from '@tanstack/react-query'
import { App, Skeleton } from 'antd'
import { useState } from 'react'
import { api, good } from '../api.ts'
import { Refused } from '../unloaded.tsx'
import { securityWords as words } from '../words/security.ts'
import { AccountLine } from './account-line.tsx'
import { NewCoordinator } from './new-coordinator.tsx'
import { type Account, useAccounts } from './queries.ts'
import { ShownLink } from './shown-link.tsx'

type Invitee = Pick<Account, 'id' | 'role' | 'name'>

/** 账号: who can sign in, and links for those who cannot yet. */
export function AccountsScreen() {
  const accounts = useAccounts()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [shown, setShown] = useState<{ id: string; link: string } | null>(null)
  const refresh = () => client.invalidateQueries({ queryKey: ['accounts'] })
  const tried = async (asked: () => Promise<unknown>) => {
    try {
      await asked()
    } catch (error) {
      void message.error(error instanceof Error ? error.message : words.failed)
    }
    await refresh()
  }
  const invite = ({ id, role, name }: Invitee) =>
    tried(async () => {
      const { link } = await good(api.accounts.invite.$post({ json: { id, role, name } }))
      setShown({ id, link })
    })
  const withdraw = (id: string) =>
    tried(() => good(api.accounts[':id'].invitation.$delete({ param: { id } })))
  const signOut = (id: string) =>
    tried(async () => {
      const { ended } = await good(api.accounts[':id'].sessions.$delete({ param: { id } }))
      void message.success(words.ended(ended))
    })
  if (accounts.isPending) return <Skeleton active />
  if (!accounts.data) return <Refused error={accounts.error} />
  return (
    <>
      <h1 className="head">{words.people}</h1>
      <p>{words.peopleLead}</p>
      <ul className="register">
        {accounts.data.map((account) => (
          <li key={account.id}>
            <AccountLine
              account={account}
              invite={() => invite(account)}
              withdraw={() => withdraw(account.id)}
              signOut={() => signOut(account.id)}
            />
            {shown?.id === account.id && <ShownLink link={shown.link} />}
          </li>
        ))}
      </ul>
      <NewCoordinator invite={invite} />
    </>
  )
}
