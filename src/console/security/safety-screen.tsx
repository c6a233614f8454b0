import { Skeleton } from 'antd'
import { Refused } from '../unloaded.tsx'
import { securityWords as words } from '../words/security.ts'
import { PasswordForm } from './password-form.tsx'
import { useSafety } from './queries.ts'
import { SecondStep } from './second-step.tsx'
import { Sessions } from './sessions.tsx'

/** 账号安全: where I am signed in, my password, my second step. */
export function SafetyScreen() {
  const safety = useSafety()
  if (safety.isPending) return <Skeleton active />
  if (!safety.data) return <Refused error={safety.error} />
  const { username, secondFactor, least, sessions } = safety.data
  return (
    <div className="narrow">
      <h1 className="head">{words.safety}</h1>
      {username && <p>{words.signedInAs(username)}</p>}
      <Sessions sessions={sessions} />
      <SecondStep on={secondFactor} />
      <PasswordForm least={least} />
    </div>
  )
}
