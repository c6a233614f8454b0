import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { api, good } from '../api.ts'
import { lawyerWords as words } from '../words/lawyer.ts'

/** Whether this browser may be woken while the page is closed; only somebody who asks for it is. */

const possible = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

async function subscription(): Promise<PushSubscription | null> {
  if (!possible()) return null
  const worker = await navigator.serviceWorker.getRegistration('/console')
  return (await worker?.pushManager.getSubscription()) ?? null
}

const bytes = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

async function ask(): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error(words.wakeDenied)
  const { publicKey } = await good(api.push.$get())
  const worker = await navigator.serviceWorker.ready
  const made = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(publicKey),
  })
  const { endpoint = '', keys = {} } = made.toJSON()
  const { p256dh = '', auth = '' } = keys
  await good(api.push.$post({ json: { endpoint, keys: { p256dh, auth } } }))
}

async function stop(): Promise<void> {
  const known = await subscription()
  if (!known) return
  await known.unsubscribe()
  await good(api.push.$delete({ query: { endpoint: known.endpoint } }))
}

/** The desk stops by itself where it found a browser gone. */
const woken = async (): Promise<boolean> =>
  (await subscription()) !== null && (await good(api.push.$get())).browsers > 0

export function Wake() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const allowed = useQuery({
    queryKey: ['push', 'services'],
    queryFn: async () => (await good(api.push.$get())).services.length > 0,
  })
  const on = useQuery({ queryKey: ['push'], queryFn: woken })
  const change = useMutation({
    mutationFn: (wanted: boolean) => (wanted ? ask() : stop()),
    onError: (error) => void message.error(error.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['push'] }),
  })
  if (!possible()) return <p className="soft">{words.wakeNot}</p>
  if (allowed.data === false && !on.data) return <p className="soft">{words.wakeOff}</p>
  return (
    <section>
      <div className="tools">
        <Button loading={change.isPending} onClick={() => change.mutate(!on.data)}>
          {on.data ? words.wakeStop : words.wake}
        </Button>
      </div>
      <p className="soft">{on.data ? words.wakeOn : words.wakeWhy}</p>
    </section>
  )
}
