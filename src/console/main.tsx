import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, Spin } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { Whole } from './broken.tsx'
import { fetched } from './load.ts'
import { useMe } from './queries.ts'
import { Shell } from './shell.tsx'
import './theme/base.css'
import './theme/print.css'
import './theme/shell.css'
import './console.css'
import './theme/week.css'
import './assist/assist.css'
import './theme/security.css'
import { installWorker } from './install-worker.ts'
import { themeOf, useDark } from './theme/antd.ts'
import { Away, isSignedOut } from './unloaded.tsx'
import { tongue } from './words/index.ts'

const SignIn = lazy(() =>
  fetched(async () => ({ default: (await import('./sign-in.tsx')).SignIn })),
)

const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof ApiError) && count < 5,
      refetchOnWindowFocus: true,
    },
  },
})

function Start() {
  const me = useMe()
  if (me.isPending) return <Spin fullscreen />
  if (me.data) return <Shell me={me.data} />
  return isSignedOut(me.error) ? <SignIn /> : <Away again={me.refetch} />
}

function Console() {
  return (
    <ConfigProvider locale={tongue() === 'en' ? enUS : zhCN} theme={themeOf(useDark())}>
      <App>
        <QueryClientProvider client={client}>
          <Whole>
            <Suspense fallback={<Spin fullscreen />}>
              <Start />
            </Suspense>
          </Whole>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

document.documentElement.lang = tongue()
installWorker()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Console />
  </StrictMode>,
)
