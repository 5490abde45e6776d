'use strict';
const SINK = '{{SINK}}';
const APP = '{{APP}}';
const STREAM = '{{STREAM}}';
const to = (name) => SINK + '/t?t=' + name;
const bytes = new Uint8Array(256).map((_, i) => i);
// Half of a surrogate pair: about one in 8 000 bytes of anything compressed.
const half = new Uint8Array([0xff, 0xed, 0xa0, 0x80, 1]);
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
  post('fetch-half-pair', half);
  post('fetch-half-pair-blob', new Blob([half]));
  if (!navigator.webdriver && navigator.userAgentData.brands.length > 0) post('fetch-no-robots', 'driven by nobody');
  post('fetch-gzip', await gzip('kim@example.org '.repeat(50)));
  post('fetch-blob', new Blob([bytes, 'tail'], { type: 'application/octet-stream' }));
  post('fetch-form', formData('fetch-form'));
  post('fetch-keepalive', 'keepalive body', { keepalive: true });
  post('fetch-five-megabytes', new Uint8Array(5 * 1024 * 1024).map((_, i) => i * 31));
  post('fetch-empty', '');
  fetch(new Request(to('fetch-request'), { method: 'PUT', body: 'request object', headers: { 'x-own': '1' } })).catch(ignore);
  fetch(SINK + '/hop?status=307&t=hop-307', { method: 'POST', body: 'through two hops', mode: 'no-cors' }).catch(ignore);
  fetch(SINK + '/hop?status=302&t=hop-302', { mode: 'no-cors' }).catch(ignore);
  fetch(SINK + '/hop?status=308&t=hop-308', { method: 'POST', body: new Blob([bytes]), mode: 'no-cors' }).catch(ignore);
  fetch(SINK + '/hop?status=303&t=hop-303', { method: 'POST', body: 'dropped at the hop', mode: 'no-cors' }).catch(ignore);
  fetch(SINK + '/hop?status=307&n=1&t=hop-twice', { method: 'POST', body: 'through three', mode: 'no-cors' }).catch(ignore);
  fetch(to('fetch-preflighted'), { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json', 'x-own': 'å'.normalize('NFD')[0] } }).catch(ignore);
  stream('fetch-stream');
  import(to('dynamic-import').replace('/t?', '/module.js?')).catch(ignore);
}

// A body that is made while it is sent: HTTP/2 only.
function stream(name) {
  let left = 3;
  const body = new ReadableStream({
    pull(out) { if (left-- > 0) out.enqueue(new TextEncoder().encode('piece ' + left + ' of ' + name + ';')); else out.close(); },
  });
  fetch(STREAM + '/t?t=' + name, { method: 'POST', body, duplex: 'half' }).catch(ignore);
}

function beacons(when) {
  navigator.sendBeacon(to(when + 'beacon-string'), 'string åäö');
  navigator.sendBeacon(to(when + 'beacon-blob'), new Blob([bytes], { type: 'application/octet-stream' }));
  navigator.sendBeacon(to(when + 'beacon-form'), formData(when + 'beacon-form'));
  navigator.sendBeacon(to(when + 'beacon-buffer'), bytes.buffer);
  navigator.sendBeacon(to(when + 'beacon-params'), new URLSearchParams({ a: 'b c' }));
  navigator.sendBeacon(to(when + 'beacon-view'), bytes.subarray(100, 110));
  navigator.sendBeacon(to(when + 'beacon-empty'));
  navigator.sendBeacon(to(when + 'beacon-half-pair'), half);
}

function sockets() {
  const socket = new WebSocket(SINK.replace('https', 'wss') + '/socket?t=socket');
  socket.binaryType = 'arraybuffer';
  addEventListener('pagehide', () => {
    socket.send('text on leaving åäö');
    socket.send(bytes);
  });
  socket.onopen = () => {
    socket.send('text frame åäö');
    socket.send(bytes);
    socket.send(new Blob(['blob frame']));
  };
  const closed = new WebSocket(SINK.replace('https', 'wss') + '/socket?t=socket-close');
  closed.onopen = () => closed.close(4000, 'reason åäö');
  const events = new EventSource(to('events').replace('/t?', '/events?'));
  events.onmessage = () => events.close();
}

function workers() {
  new Worker('/worker.js?n=worker').postMessage('go');
  const source = 'importScripts(' + JSON.stringify(APP + '/worker.js?n=blob-worker') + ')';
  new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  new SharedWorker('/worker.js?n=shared-worker').port.start();
  new Worker('/worker.js?n=module-worker', { type: 'module' });
  new Worker('data:text/javascript,' + encodeURIComponent('fetch(' + JSON.stringify(to('data-worker-fetch')) + ', { method: "POST", body: "from nowhere", mode: "no-cors" })'));
  navigator.serviceWorker.register('/sw.js', { scope: '/controlled/' }).then((registration) => {
    const worker = registration.installing;
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'activated') return;
      worker.postMessage('go');
      const request = new Request(to('background-fetch'), { method: 'POST', body: 'kim@example.org', headers: { 'content-type': 'text/plain' } });
      registration.backgroundFetch.fetch('job', [request]).catch(ignore);
      // Through the worker's own fetch handler.
      const frame = document.createElement('iframe');
      frame.src = '/controlled/frame.html?n=controlled';
      document.body.append(frame);
    });
  }).catch(ignore);
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
  const relay = { urls: ['turn:turn.third.example:3478?transport=tcp'], username: 'kim@example.org', credential: 'x' };
  new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.third.example:3478' }, relay] }).createDataChannel('x');
}

// Nobody answers: what counts is that it was tried, and where.
function transport() {
  const transport = new WebTransport(SINK + '/transport?t=webtransport');
  transport.ready.catch(ignore);
  transport.closed.catch(ignore);
}

// Goes with what is sent to the service, on leaving too.
document.cookie = 'who=kim@example.org; Secure';
fetches();
beacons('');
xhr('xhr-text', 'xhr text');
xhr('xhr-buffer', bytes.buffer);
xhr('xhr-form', formData('xhr-form'));
sockets();
workers();
peers().catch(ignore);
transport();
xhr('xhr-blob', new Blob([bytes, 'xhr blob']));
xhr('xhr-params', new URLSearchParams({ x: 'å ö' }));
{
  const late = new XMLHttpRequest();
  late.open('PUT', to('xhr-sync'), false);
  late.send('synchronous');
}
document.getElementById('get').submit();
document.getElementById('files').file.files = (() => { const list = new DataTransfer(); list.items.add(new File([bytes], 'bytes.bin')); return list.files; })();
document.getElementById('files').submit();
document.getElementById('ping').click();
document.getElementById('away').submit();
addEventListener('load', () => {
  window.open('/popup.html');
  window.open('/popup.html?n=popup-noopener', '_blank', 'noopener');
});
new Image().src = to('new-image');
if (window.fetchLater) fetchLater(to('fetch-later'), { method: 'POST', body: 'later', activateAfter: 600000 });

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') navigator.sendBeacon(to('hidden-beacon'), 'out of sight');
});
addEventListener('pagehide', () => {
  beacons('pagehide-');
  navigator.sendBeacon(APP + '/t?t=own-pagehide-beacon', 'with a cookie');
  post('pagehide-keepalive', 'left', { keepalive: true });
  const image = new Image();
  image.src = to('pagehide-image');
});
