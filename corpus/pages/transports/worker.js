'use strict';
{
  const name = new URLSearchParams(self.location.search).get('n') || 'blob-worker';
  const to = (way) => '{{SINK}}/t?t=' + name + '-' + way;
  fetch(to('fetch'), { method: 'POST', body: 'from ' + name, mode: 'no-cors' }).catch(() => {});
  fetch(to('blob'), { method: 'POST', body: new Blob(['blob from ' + name]), mode: 'no-cors' }).catch(() => {});
  const request = new XMLHttpRequest();
  request.open('POST', to('xhr'));
  request.send('xhr from ' + name);
  if (name === 'worker') new Worker('/worker.js?n=nested-worker');
}
