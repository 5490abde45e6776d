addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
const later = (request) => new Promise((done) => { setTimeout(done, 500); }).then(() => fetch(request));
addEventListener('fetch', (event) => { if (event.request.url.endsWith('/parted')) event.respondWith(later(event.request)); });
