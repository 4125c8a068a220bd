// Keeps the app on the phone, so that the member code opens without a network. Answers of the
// service are never kept: a balance of yesterday must not look like one of today.
const KEPT = 'waystation-app'
const HOME = '/app/'

async function keepApp() {
  const store = await caches.open(KEPT)
  const page = await fetch(HOME, { cache: 'reload' })
  if (!page.ok) return
  const html = await page.clone().text()
  const files = [...html.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map((found) => found[1])
  const known = (await store.keys()).map((request) => new URL(request.url).pathname)
  await Promise.all(files.filter((file) => !known.includes(file)).map((file) => store.add(file)))
  await store.put(HOME, page)
  await Promise.all(known.filter((path) => path !== HOME && !files.includes(path)).map((path) => store.delete(path)))
}

self.addEventListener('install', (event) => event.waitUntil(keepApp().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith('/app/')) return
  if (request.mode === 'navigate') {
    event.respondWith(
      fetch(request)
        .then((page) => {
          // A new version of the app comes with its own files.
          event.waitUntil(keepApp().catch(() => undefined))
          return page
        })
        .catch(async () => (await caches.match(HOME)) ?? Response.error()),
    )
  } else if (url.pathname.startsWith('/app/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  }
})
