/* The staff app opens without a connection, and is woken for an offer. Answers of the desk are never kept. */

const SHELL = 'console-1'

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add('/console')))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/console/assets/')) event.respondWith(asset(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})

/** Named by their contents, so one that is kept is right for ever. */
async function asset(request) {
  const cache = await caches.open(SHELL)
  const known = await cache.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

/** The newest page; the last one where there is no connection. */
async function page(request) {
  const cache = await caches.open(SHELL)
  try {
    const answer = await fetch(request)
    if (answer.ok && new URL(request.url).pathname.startsWith('/console')) {
      await forgetOld(cache, answer.clone())
    }
    return answer
  } catch (error) {
    const kept = await cache.match('/console')
    if (kept) return kept
    throw error
  }
}

/** A page of another version leaves the assets of the one before behind. */
async function forgetOld(cache, answer) {
  const [fresh, kept] = [await answer.clone().text(), await cache.match('/console')]
  const old = kept ? await kept.text() : ''
  if (fresh === old) return
  if (old !== '') for (const one of await cache.keys()) await cache.delete(one)
  await cache.put('/console', answer)
}

const english = () => !/^zh/i.test(self.navigator.language ?? 'zh')

/** The push says nothing; what waits is asked of the desk, and no case facts are shown. */
self.addEventListener('push', (event) => {
  event.waitUntil(announce())
})

async function announce() {
  const open = await fetch('/api/offers')
    .then((answer) => (answer.ok ? answer.json() : { items: [] }))
    .catch(() => ({ items: [] }))
  const waits = open.items.length > 0
  const title = english()
    ? waits
      ? 'A client is waiting'
      : 'A client was waiting'
    : waits
      ? '有一位当事人等候'
      : '刚才有一位当事人等候'
  const body = english() ? 'Open to take or pass.' : '点开接单或者转给别人。'
  await self.registration.showNotification(title, {
    body,
    tag: 'offer',
    renotify: true,
    requireInteraction: waits,
    icon: '/console/icon-192.png',
    vibrate: [300, 150, 300],
  })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const known = open.find((client) => new URL(client.url).pathname.startsWith('/console'))
      return known ? known.focus() : self.clients.openWindow('/console')
    }),
  )
})
