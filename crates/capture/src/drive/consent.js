// Stands around autoconsent in an isolated world: keeps what it says until the driver asks, and what it wants evaluated
// in the page's own world until the driver has done so.
(() => {
  'use strict';
  if (globalThis.slussConsent) return;
  const questions = [];
  const heard = { state: 'loading', tries: 0, dialog: '' };
  globalThis.autoconsentSendMessage = (message) => {
    if (message.type === 'eval') questions.push({ id: message.id, code: message.code });
    if (message.type === 'popupFound') heard.dialog = message.cmp;
    if (message.type === 'report') Object.assign(heard, { state: message.state.lifecycle, tries: message.state.findCmpAttempts });
    return Promise.resolve();
  };
  const reply = (message) => { globalThis.autoconsentReceiveMessage(message).catch(() => {}); };
  globalThis.slussConsent = {
    start: (config, rules) => reply({ type: 'initResp', config, rules }),
    hear: () => ({ ...heard, questions: questions.splice(0) }),
    answer: (id, result) => reply({ type: 'evalResp', id, result }),
  };
})();
