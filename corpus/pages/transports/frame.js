'use strict';
{
  const own = new URLSearchParams((document.currentScript.src.split('?')[1]) || location.search);
  const name = own.get('n');
  const to = (way) => '{{SINK}}/t?t=frame-' + name + '-' + way;
  fetch(to('fetch'), { method: 'POST', body: 'from frame ' + name, mode: 'no-cors' });
  fetch(to('blob'), { method: 'POST', body: new Blob(['blob from frame ' + name]), mode: 'no-cors' });
  navigator.sendBeacon(to('beacon'), 'beacon from frame ' + name);
  new Image().src = to('image');
  addEventListener('pagehide', () => navigator.sendBeacon(to('pagehide'), 'left frame ' + name));
  if (own.get('nest')) {
    const frame = document.createElement('iframe');
    frame.src = '{{APP}}/frame.html?n=nested';
    document.body.append(frame);
  }
}
