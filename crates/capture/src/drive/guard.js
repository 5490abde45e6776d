// Forms are not sent: the listener stands on the window, in the capture phase, before any script of the page.
(() => {
  'use strict';
  if (globalThis.slussGuard) return;
  const guard = {
    on: GUARDED,
    prevented: [],
    submitted: 0,
    spares: () => false,
    take: (what, rest) => { const taken = guard[what]; guard[what] = rest; return taken; },
  };
  globalThis.slussGuard = guard;
  // A form that nobody sees, and none of whose fields had the focus, is a script's own way to send something.
  const { get } = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'elements');
  const used = new WeakSet();
  addEventListener('focusin', (event) => {
    const path = event.composedPath();
    [path[0].form, ...path].forEach((e) => { if (e instanceof HTMLFormElement) used.add(e); });
  }, { capture: true });
  const isSeen = (e) => {
    const box = e.getBoundingClientRect();
    return box.width >= 1 && box.height >= 1 && e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };
  const below = (form) => Element.prototype.querySelectorAll.call(form, '*');
  const isVisitors = (form, submitter) => used.has(form) || [form, submitter || form, ...get.call(form), ...below(form)].some(isSeen);
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!(guard.on && isVisitors(form, event.submitter)) && !guard.spares(form)) { guard.submitted += 1; return; }
    guard.prevented.push(form);
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
})();
