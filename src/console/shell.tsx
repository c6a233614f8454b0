import { useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { Suspense, useState } from 'react'
import { Link, Redirect, Route, Router, Switch } from 'wouter'
import { signOut } from './api.ts'
import { Whole } from './broken.tsx'
import { Offers } from './lawyer/offers.tsx'
import { Presence } from './lawyer/presence.tsx'
import { forgetWords, openSending } from './lawyer/sending.ts'
import './theme/lawyer.css'
import { useLive } from './live.ts'
import { Nav } from './nav.tsx'
import type { Me } from './queries.ts'
import { type Screen, screensOf } from './screens.tsx'
import { useZone } from './time.ts'
import { Unloaded } from './unloaded.tsx'
import { changeTongue, words } from './words/index.ts'
import { lawyerWords } from './words/lawyer.ts'
import { screenWords } from './words/screens.ts'
import { securityWords as security } from './words/security.ts'

export type { Me }

export function Shell({ me }: { me: Me }) {
  useZone(me.timezone)
  const client = useQueryClient()
  const lawyer = me.role === 'lawyer'
  const down = useLive()
  // Opened once: what was left unsent goes out as soon as the page is there.
  useState(
    () =>
      lawyer &&
      openSending(me.id, ({ conversation }) =>
        client.invalidateQueries({ queryKey: ['conversation', conversation] }),
      ),
  )
  const leave = async () => {
    await signOut()
    forgetWords()
    client.clear()
    location.assign('/console')
  }
  return (
    <Router base="/console">
      <a className="skip" href="#main">
        {screenWords.skip}
      </a>
      {down && (
        <div className="down" role="status">
          {lawyer ? lawyerWords.offlineKept : words.offline}
        </div>
      )}
      <header className="bar">
        <Link href="/">
          <b>{words.app}</b>
        </Link>
        <span className="grow">{me.name}</span>
        <Button type="link" size="small" onClick={changeTongue}>
          {words.other}
        </Button>
        <Link href="/safety" className="safety">
          {security.safety}
        </Link>
        <Button type="link" size="small" onClick={leave}>
          {words.signOut}
        </Button>
      </header>
      {lawyer && <Presence me={me} />}
      <div className="frame">
        <Nav role={me.role} />
        {lawyer && <Offers />}
        <Switch>
          {screensOf(me.role).map((screen) => (
            <Route key={screen.path} path={screen.path}>
              {(params: { id?: string }) => <Place screen={screen} me={me} id={params.id ?? ''} />}
            </Route>
          ))}
          <Route>
            <Redirect to="/" />
          </Route>
        </Switch>
      </div>
    </Router>
  )
}

function Place({ screen, me, id }: { screen: Screen; me: Me; id: string }) {
  const View = screen.view
  return (
    <main id="main" className={screen.wide ? 'page wide' : 'page'}>
      <Unloaded />
      <Whole key={screen.path}>
        <Suspense fallback={<Skeleton active />}>
          <View key={id} me={me} id={id} />
        </Suspense>
      </Whole>
    </main>
  )
}
