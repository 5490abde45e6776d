addEventListener('install', () => skipWaiting());
addEventListener('activate', (e) => e.waitUntil(clients.claim()));
addEventListener('fetch', (e) => {
  const u = new URL(e.request.url);
  if (u.origin !== location.origin || u.pathname !== '/m/collect') return;
  e.respondWith((async () => {
    const body = await e.request.arrayBuffer();
    await fetch('https://in.seurantaverkko.example/ingest?k=fi-2207', {method: 'POST', mode: 'no-cors', body});
    return new Response(null, {status: 204});
  })());
});
