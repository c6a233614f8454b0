/** Installs the service worker: the app opens without a connection and can be woken. */
export function installWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/console/sw.js', { scope: '/console' }).catch(() => {
      // A browser may refuse (a private window, a page without TLS): the app works on without.
    })
  })
}
