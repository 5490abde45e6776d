// Stands around autoconsent in an isolated world: keeps what it says until the driver asks, and passes on what it wants
// evaluated in the page's own world.
(() => {
  'use strict';
  if (globalThis.slussConsent) return;
  const heard = { state: 'loading', tries: 0, dialog: '' };
  globalThis.autoconsentSendMessage = (message) => {
    if (message.type === 'eval') globalThis.slussAsk(JSON.stringify({ id: message.id, code: message.code }));
    if (message.type === 'popupFound') heard.dialog = message.cmp;
    if (message.type === 'report') Object.assign(heard, { state: message.state.lifecycle, tries: message.state.findCmpAttempts });
    return Promise.resolve();
  };
  const reply = (message) => { globalThis.autoconsentReceiveMessage(message).catch(() => {}); };
  globalThis.slussConsent = {
    start: (config, rules) => reply({ type: 'initResp', config, rules }),
    hear: () => heard,
    answer: (id, result) => reply({ type: 'evalResp', id, result }),
  };
})();
