'use strict';
const to = (way) => '{{SINK}}/t?t=service-worker-' + way;
const send = (way) => fetch(to(way), { method: 'POST', body: 'from service worker, ' + way, mode: 'no-cors' }).catch(() => {});
addEventListener('install', (event) => event.waitUntil(Promise.all([send('install'), skipWaiting()])));
addEventListener('activate', (event) => event.waitUntil(send('activate')));
addEventListener('fetch', (event) => {
  if (event.request.url.includes('n=controlled')) event.respondWith(send('fetch-handler').then(() => fetch(event.request)));
});
addEventListener('message', (event) => event.waitUntil(send('message')));
