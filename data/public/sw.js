// Keeps the built files so that Maillage opens again without a network. Cache first; nothing else is ever asked for.
const VERSION = 'BUILD';
const CACHE = `maillage-${VERSION}`;
const FIRST = /* FIRST */ [];
const LATER = /* LATER */ [];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FIRST))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n.startsWith('maillage-') && n !== CACHE).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

// The page asks for the territories once it is quiet.
self.addEventListener('message', (event) => {
  if (event.data !== 'territories') return;
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      for (const path of LATER) {
        if (!(await cache.match(path))) await cache.add(path).catch(() => {});
      }
    }),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(event.request, url));
});

async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const scope = new URL(self.registration.scope);
  const isPage = request.mode === 'navigate' && (url.pathname === scope.pathname || url.pathname === `${scope.pathname}index.html`);
  const found = await cache.match(isPage ? './' : request, { ignoreSearch: isPage, ignoreVary: true });
  if (found) return found;
  const response = await fetch(request);
  if (response.ok && url.pathname.includes('/assets/')) await cache.put(request, response.clone());
  return response;
}
