import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, Spin, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { useMe } from './queries.ts'
import { Shell } from './shell.tsx'
import { SignIn } from './sign-in.tsx'
import './console.css'
import { tongue } from './words/index.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof ApiError) && count < 5,
      refetchOnWindowFocus: true,
    },
  },
})

const dark = matchMedia('(prefers-color-scheme: dark)').matches

function Start() {
  const me = useMe()
  if (me.isPending) return <Spin fullscreen />
  return me.data ? <Shell me={me.data} /> : <SignIn />
}

document.documentElement.lang = tongue()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ConfigProvider
      locale={tongue() === 'en' ? enUS : zhCN}
      theme={{
        algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        components: { Button: { primaryColor: dark ? '#10151c' : '#fff' } },
        token: {
          colorPrimary: dark ? '#6ea0e6' : '#1d4f91',
          colorLink: dark ? '#9cc2f5' : '#1d4f91',
          colorLinkHover: dark ? '#c3dbfa' : '#163f75',
          colorLinkActive: dark ? '#c3dbfa' : '#163f75',
          colorTextPlaceholder: dark ? '#a8b0ba' : '#5a626c',
          fontSize: 16,
          borderRadius: 6,
          controlHeight: 44,
        },
      }}
    >
      <App>
        <QueryClientProvider client={client}>
          <Start />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
