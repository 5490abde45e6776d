// Forms are not sent: the listener stands on the window, in the capture phase, before any script of the page.
(() => {
  'use strict';
  if (globalThis.slussGuard) return;
  const guard = {
    on: GUARDED,
    prevented: 0,
    submitted: 0,
    spares: () => false,
    take: (count) => { const n = guard[count]; guard[count] = 0; return n; },
  };
  globalThis.slussGuard = guard;
  addEventListener('submit', (event) => {
    if (!guard.on && !guard.spares(event.target)) { guard.submitted += 1; return; }
    guard.prevented += 1;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
})();
