'use strict';
const SINK = '{{SINK}}';
const APP = '{{APP}}';
const to = (name) => SINK + '/t?t=' + name;
const bytes = new Uint8Array(256).map((_, i) => i);
const ignore = () => {};
window.taken = ignore;

const post = (name, body, options = {}) => fetch(to(name), { method: 'POST', body, mode: 'no-cors', ...options }).catch(ignore);

async function gzip(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function formData(name) {
  const form = new FormData();
  form.append('field', name + ' åäö');
  form.append('file', new File([bytes], 'bytes.bin', { type: 'application/octet-stream' }));
  return form;
}

function xhr(name, body) {
  const request = new XMLHttpRequest();
  request.open('POST', to(name));
  request.send(body);
}

async function fetches() {
  fetch(to('fetch-get'), { mode: 'no-cors' }).catch(ignore);
  post('fetch-text', 'plain åäö \u{1F512}');
  post('fetch-json', JSON.stringify({ email: 'Kim@example.org' }), { mode: 'cors', headers: { 'content-type': 'application/json' } });
  post('fetch-params', new URLSearchParams({ em: 'Kim@example.org', plus: 'a+b c' }));
  post('fetch-bytes', bytes);
  post('fetch-gzip', await gzip('kim@example.org '.repeat(50)));
  post('fetch-blob', new Blob([bytes, 'tail'], { type: 'application/octet-stream' }));
  post('fetch-form', formData('fetch-form'));
  post('fetch-keepalive', 'keepalive body', { keepalive: true });
  post('fetch-five-megabytes', new Uint8Array(5 * 1024 * 1024).map((_, i) => i * 31));
  post('fetch-empty', '');
  fetch(new Request(to('fetch-request'), { method: 'PUT', body: 'request object', headers: { 'x-own': '1' } })).catch(ignore);
  fetch(SINK + '/hop?status=307&t=hop-307', { method: 'POST', body: 'through two hops', mode: 'no-cors' }).catch(ignore);
  fetch(SINK + '/hop?status=302&t=hop-302', { mode: 'no-cors' }).catch(ignore);
}

function beacons(when) {
  navigator.sendBeacon(to(when + 'beacon-string'), 'string åäö');
  navigator.sendBeacon(to(when + 'beacon-blob'), new Blob([bytes], { type: 'application/octet-stream' }));
  navigator.sendBeacon(to(when + 'beacon-form'), formData(when + 'beacon-form'));
  navigator.sendBeacon(to(when + 'beacon-buffer'), bytes.buffer);
  navigator.sendBeacon(to(when + 'beacon-params'), new URLSearchParams({ a: 'b c' }));
  navigator.sendBeacon(to(when + 'beacon-empty'));
}

function sockets() {
  const socket = new WebSocket(SINK.replace('https', 'wss') + '/socket?t=socket');
  socket.binaryType = 'arraybuffer';
  socket.onopen = () => {
    socket.send('text frame åäö');
    socket.send(bytes);
    socket.send(new Blob(['blob frame']));
  };
  const events = new EventSource(to('events').replace('/t?', '/events?'));
  events.onmessage = () => events.close();
}

function workers() {
  new Worker('/worker.js?n=worker').postMessage('go');
  const source = 'importScripts(' + JSON.stringify(APP + '/worker.js?n=blob-worker') + ')';
  new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  new SharedWorker('/worker.js?n=shared-worker').port.start();
  navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready)
    .then((registration) => registration.active.postMessage('go')).catch(ignore);
}

async function peers() {
  const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
  a.onicecandidate = (e) => e.candidate && b.addIceCandidate(e.candidate).catch(ignore);
  b.onicecandidate = (e) => e.candidate && a.addIceCandidate(e.candidate).catch(ignore);
  const channel = a.createDataChannel('far');
  channel.onopen = () => channel.send('data channel');
  await a.setLocalDescription();
  await b.setRemoteDescription(a.localDescription);
  await b.setLocalDescription();
  await a.setRemoteDescription(b.localDescription);
  new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.third.example:3478' }] }).createDataChannel('x');
}

fetches();
beacons('');
xhr('xhr-text', 'xhr text');
xhr('xhr-buffer', bytes.buffer);
xhr('xhr-form', formData('xhr-form'));
sockets();
workers();
peers().catch(ignore);
document.getElementById('ping').click();
document.getElementById('away').submit();
addEventListener('load', () => window.open('/popup.html'));
new Image().src = to('new-image');
if (window.fetchLater) fetchLater(to('fetch-later'), { method: 'POST', body: 'later', activateAfter: 600000 });

addEventListener('pagehide', () => {
  beacons('pagehide-');
  post('pagehide-keepalive', 'left', { keepalive: true });
  const image = new Image();
  image.src = to('pagehide-image');
});
