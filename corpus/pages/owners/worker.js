'use strict';
const send = (said) => {
  const [way, value] = said.split(':');
  return fetch('{{SINK}}/t?t=' + way, { method: 'POST', body: value, mode: 'no-cors' }).catch(() => {});
};
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => event.waitUntil(send(event.data)));
addEventListener('connect', (event) => {
  const [port] = event.ports;
  port.onmessage = (said) => send(said.data);
  port.start();
});
