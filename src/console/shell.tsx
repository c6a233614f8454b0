import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, Route, Router, Switch } from 'wouter'
import { signOut } from './api.ts'
import { CoordinatorConversation } from './coordinator/conversation.tsx'
import { ConversationList } from './coordinator/list.tsx'
import { LawyerConversation } from './lawyer/conversation.tsx'
import { LawyerHome } from './lawyer/home.tsx'
import { Offers } from './lawyer/offers.tsx'
import { Presence } from './lawyer/presence.tsx'
import { useLive } from './live.ts'
import { Nav } from './nav.tsx'
import { type useMe, useStaff } from './queries.ts'
import { MyShifts } from './rota/my-shifts.tsx'
import { RegisterScreen } from './rota/register-screen.tsx'
import { RotaScreen } from './rota/rota-screen.tsx'
import { useZone } from './time.ts'
import { changeTongue, words } from './words/index.ts'
import { securityWords as security } from './words/security.ts'

const SafetyScreen = lazy(() => import('./security/safety-screen.tsx'))
const AccountsScreen = lazy(() => import('./security/accounts-screen.tsx'))
const TextsScreen = lazy(() => import('./security/texts-screen.tsx'))

export type Me = NonNullable<ReturnType<typeof useMe>['data']>

export function Shell({ me }: { me: Me }) {
  useZone(me.timezone)
  const client = useQueryClient()
  const staff = useStaff()
  const { message } = App.useApp()
  const lawyer = me.role === 'lawyer'
  const down = useLive((by) => {
    const name = staff.data?.find(({ id }) => id === by)?.name ?? by
    if (lawyer) void message.info(words.takenBy(name))
  })
  const leave = async () => {
    await signOut()
    client.clear()
    location.assign('/console')
  }
  return (
    <Router base="/console">
      {down && (
        <div className="down" role="status">
          {words.offline}
        </div>
      )}
      <header className="bar">
        <Link href="/">
          <b>{words.app}</b>
        </Link>
        <span>{me.name}</span>
        <span className="grow">{lawyer && <Presence me={me} />}</span>
        <Button type="link" size="small" onClick={changeTongue}>
          {words.other}
        </Button>
        <Link href="/safety">{security.safety}</Link>
        <Button type="link" size="small" onClick={leave}>
          {words.signOut}
        </Button>
      </header>
      <Nav role={me.role} />
      <main className="page">
        {lawyer && <Offers />}
        <Suspense fallback={<Skeleton active />}>
          <Switch>
            <Route path="/c/:id">
              {({ id }) =>
                lawyer ? <LawyerConversation id={id} /> : <CoordinatorConversation id={id} />
              }
            </Route>
            <Route path="/shifts">{lawyer ? <MyShifts me={me} /> : <RotaScreen />}</Route>
            <Route path="/safety" component={SafetyScreen} />
            {!lawyer && <Route path="/accounts" component={AccountsScreen} />}
            {!lawyer && <Route path="/texts" component={TextsScreen} />}
            {!lawyer && <Route path="/rota" component={RotaScreen} />}
            {!lawyer && <Route path="/register" component={RegisterScreen} />}
            <Route>{lawyer ? <LawyerHome /> : <ConversationList />}</Route>
          </Switch>
        </Suspense>
      </main>
    </Router>
  )
}
