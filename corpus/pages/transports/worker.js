'use strict';
{
  const name = new URLSearchParams(self.location.search).get('n') || 'blob-worker';
  const to = (way) => '{{SINK}}/t?t=' + name + '-' + way;
  fetch(to('fetch'), { method: 'POST', body: 'from ' + name, mode: 'no-cors' }).catch(() => {});
  fetch(to('blob'), { method: 'POST', body: new Blob(['blob from ' + name]), mode: 'no-cors' }).catch(() => {});
  // As libraries do that watch what is fetched.
  const native = self.fetch;
  self.fetch = (...what) => native.apply(self, what);
  self.fetch(to('wrapped-fetch'), { method: 'POST', body: 'wrapped by ' + name, mode: 'no-cors' }).catch(() => {});
  self.fetch = native;
  const request = new XMLHttpRequest();
  request.open('POST', to('xhr'));
  request.send('xhr from ' + name);
  const socket = new WebSocket('{{SINK}}'.replace('https', 'wss') + '/socket?t=' + name + '-socket');
  socket.onopen = () => { socket.send('from ' + name); socket.send(new Blob(['blob from ' + name])); };
  let left = 2;
  const body = new ReadableStream({
    pull(out) { if (left-- > 0) out.enqueue(new TextEncoder().encode('piece ' + left + ' from ' + name)); else out.close(); },
  });
  fetch('{{STREAM}}/t?t=' + name + '-stream', { method: 'POST', body, duplex: 'half' }).catch(() => {});
  if (name === 'worker') new Worker('/worker.js?n=nested-worker');
}
