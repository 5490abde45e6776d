// Runs in an isolated world of each document: sees the same elements as the page, is seen by nothing in it.
(() => {
  'use strict';
  if (globalThis.sluss) return;
  let held = [];
  let guarded = GUARDED;
  let prevented = 0;

  // Forms are not sent: the listener stands on the window, in the capture phase, before any script of the page.
  const guard = (event) => {
    if (!guarded) return;
    prevented += 1;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('submit', guard, { capture: true });

  function* deep(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      yield node;
      if (node.shadowRoot) yield* deep(node.shadowRoot);
    }
  }
  const all = (selector, root = document) => [...deep(root)].filter((e) => e.matches(selector));
  const text = (value) => String(value || '').replace(/\s+/g, ' ').trim().slice(0, 200);
  const hold = (element) => held.push(element) - 1;

  const visible = (element) => {
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };

  const step = (element) => {
    const escaped = element.id && CSS.escape(element.id);
    const root = element.getRootNode();
    if (escaped && root.querySelectorAll('#' + escaped).length === 1) return '#' + escaped;
    const name = element.getAttribute('name');
    const tag = element.localName;
    if (name) {
      const named = tag + '[name=' + JSON.stringify(name) + ']';
      if (root.querySelectorAll(named).length === 1) return named;
    }
    const same = element.parentNode ? [...element.parentNode.children].filter((e) => e.localName === tag) : [];
    const own = same.length > 1 ? tag + ':nth-of-type(' + (same.indexOf(element) + 1) + ')' : tag;
    if (tag.includes('-') && root.querySelectorAll(tag).length === 1) return tag;
    const parent = element.parentElement;
    if (!parent || parent === document.documentElement || parent === document.body) return own;
    return step(parent) + ' > ' + own;
  };
  const selector = (element) => {
    const host = element.getRootNode().host;
    return host ? selector(host) + ' >>> ' + step(element) : step(element);
  };

  const byIds = (element, attribute) => {
    const ids = (element.getAttribute(attribute) || '').split(/\s+/).filter(Boolean);
    return text(ids.map((id) => element.getRootNode().getElementById?.(id)?.textContent || '').join(' '));
  };
  const labels = (element) => {
    const own = [...(element.labels || [])].map((l) => l.textContent).join(' ');
    return text(own || byIds(element, 'aria-labelledby') || element.getAttribute('aria-label') || before(element));
  };
  // A label that is only laid out beside the field.
  const before = (element) => {
    const cell = element.closest('td');
    const beside = cell ? cell.previousElementSibling : element.previousElementSibling;
    return beside && /^(label|span|div|p|td|th|b|strong|dt)$/.test(beside.localName) ? beside.textContent : '';
  };

  const SUBMITS = 'button:not([type]),button[type=submit],button[type=""],input[type=submit],input[type=image]';
  const context = (element) => {
    const form = element.closest('form,[role=form]');
    const around = form || element.closest('section,fieldset,dialog,article,[role=dialog],[role=region]');
    if (!around) return '';
    const parts = [around.id, around.getAttribute('name'), around.getAttribute('action'), around.getAttribute('aria-label')];
    parts.push(...all('legend,h1,h2,h3', around).slice(0, 2).map((e) => e.textContent));
    if (form) parts.push(...all(SUBMITS, form).slice(0, 1).map((e) => e.textContent || e.value));
    return text(parts.filter(Boolean).join(' '));
  };
  const formOf = (element) => {
    const form = element.form || element.closest('form');
    return form ? selector(form) : '';
  };

  const FIELDS = 'input,textarea,select,[contenteditable=""],[contenteditable=true],[role=textbox]';
  const SILENT = /^(hidden|submit|button|image|reset|file|checkbox|radio|range|color)$/;
  const fields = () => {
    return all(FIELDS).filter((e) => !SILENT.test(e.type || '') && !e.disabled && !e.readOnly && visible(e)).map((e) => ({
      n: hold(e), tag: e.localName, type: (e.getAttribute('type') || '').toLowerCase(), name: e.getAttribute('name') || '',
      id: e.id || '', autocomplete: (e.getAttribute('autocomplete') || '').toLowerCase(), label: labels(e),
      placeholder: text(e.getAttribute('placeholder')), title: text(e.title), context: context(e), form: formOf(e),
      selector: selector(e), required: e.required === true || e.getAttribute('aria-required') === 'true',
    }));
  };

  const BUTTONS = 'button,input[type=button],input[type=submit],input[type=image],[role=button],a.btn,a.button,'
    + 'a[class*="btn"],a[class*="button"],summary';
  const buttons = () => {
    return all(BUTTONS).filter((e) => !e.disabled && e.type !== 'reset' && visible(e)).map((e) => ({
      n: hold(e), text: text(e.innerText || e.value || e.getAttribute('aria-label') || e.title), form: formOf(e),
      submits: !!e.form && e.matches(SUBMITS), link: e.localName === 'a' && !!e.getAttribute('href'),
      selector: selector(e), around: around(e),
    }));
  };
  // Names of what an element lies in, to know a consent dialog by.
  const around = (element) => {
    const words = [];
    for (let e = element; e && words.length < 12; e = e.parentElement || e.getRootNode().host) {
      words.push([e.id, e.getAttribute('class'), e.getAttribute('aria-label'), e.getAttribute('aria-labelledby'),
        e.getAttribute('action'), e.localName === 'dialog' ? 'dialog' : e.getAttribute('role')].filter(Boolean).join(' '));
    }
    return text(words.filter(Boolean).join(' ').slice(0, 600)).toLowerCase();
  };

  const links = () => all('a[href],area[href]').filter((e) => !e.hasAttribute('download'))
    .map((e) => ({ url: e.href.split('#')[0], text: text(e.textContent) }));

  // ---- acting on one element ----
  const active = (element) => {
    let now = document.activeElement;
    while (now && now.shadowRoot && now.shadowRoot.activeElement) now = now.shadowRoot.activeElement;
    return now === element;
  };
  const focus = (n) => {
    const element = held[n];
    if (!element || !element.isConnected) return 'gone';
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    element.focus({ preventScroll: true });
    if (typeof element.select === 'function') { try { element.select(); } catch { /* types without a selection */ } }
    else if (element.isContentEditable) getSelection().selectAllChildren(element);
    return active(element) ? 'ready' : 'no-focus';
  };
  const blur = (n) => held[n] && held[n].blur();
  const holds = (n, value) => {
    const element = held[n];
    const now = element && (element.isContentEditable ? element.textContent : element.value);
    return now === value;
  };
  // For fields that keys cannot fill: dates, numbers with steps, lists.
  const put = (n, value) => {
    const element = held[n];
    if (!element) return false;
    const kind = element.localName === 'textarea' ? HTMLTextAreaElement : element.localName === 'select' ? HTMLSelectElement : HTMLInputElement;
    const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value');
    if (setter) setter.set.call(element, value); else element.textContent = value;
    element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return holds(n, value);
  };
  const choose = (n) => {
    const element = held[n];
    const option = [...element.options].find((o) => o.value && !o.disabled);
    return option ? put(n, option.value) : false;
  };
  const tick = (form) => all('input[type=checkbox][required]', form ? query(form) : document).forEach((e) => { if (!e.checked) e.click(); });
  const query = (chain) => {
    let roots = [document];
    for (const part of chain.split(' >>> ')) {
      const found = roots.map((r) => r.querySelector(part)).find(Boolean);
      if (!found) return null;
      roots = [found.shadowRoot || found];
      if (part === chain.split(' >>> ').at(-1)) return found;
    }
    return null;
  };
  // Whether a click at an element's middle would reach it.
  const reachable = (n) => {
    const element = held[n];
    if (!element || !element.isConnected) return 'gone';
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return 'no-box';
    let hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    for (let e = hit; e; e = e.parentElement || e.getRootNode().host) if (e === element) return 'yes';
    return element.contains(hit) ? 'yes' : 'covered';
  };
  const press = (n) => { if (held[n]) held[n].click(); };
  const at = (n) => held[n];

  // ---- selectors of the DevTools Recorder ----
  // Accessible names as far as recordings need them (Accessible Name and Description Computation 1.2, § 4.3).
  const FROM_CONTENT = 'a,button,summary,option,h1,h2,h3,h4,h5,h6,td,th,li,[role]';
  const nameOf = (e) => text(byIds(e, 'aria-labelledby') || e.getAttribute('aria-label') || (e.matches(FIELDS) && labels(e))
    || e.getAttribute('alt') || (/^(button|submit|reset)$/.test(e.type) && e.value) || (e.matches(FROM_CONTENT) && e.innerText)
    || e.placeholder || e.title);
  const ROLES = {
    a: 'link', button: 'button', select: 'combobox', textarea: 'textbox', img: 'image', h1: 'heading', h2: 'heading',
    h3: 'heading', h4: 'heading', summary: 'button', option: 'option', nav: 'navigation', main: 'main', form: 'form',
  };
  const INPUTS = { button: 'button', submit: 'button', image: 'button', reset: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox' };
  const roleOf = (e) => e.getAttribute('role') || (e.localName === 'input' ? INPUTS[e.type] || 'textbox' : ROLES[e.localName] || '');
  const ARIA = /^(.*?)(?:\[\s*role\s*=\s*["'](.*)["']\s*\])?$/;
  const byAria = (wanted, root) => {
    const [, name, role] = ARIA.exec(wanted);
    const fits = (e) => (!role || roleOf(e) === role || (role === 'image' && roleOf(e) === 'img')) && (!name || nameOf(e) === text(name));
    const found = [...deep(root)].filter(fits);
    return role ? found : found.filter((e) => !found.some((o) => o !== e && e.contains(o)));
  };
  const byText = (wanted, root) => {
    const holding = [...deep(root)].filter((e) => !/^(script|style|head|title)$/.test(e.localName) && text(e.textContent || e.value).includes(text(wanted)));
    return holding.filter((e) => !holding.some((o) => o !== e && e.contains(o)));
  };
  const byPath = (path, root) => {
    const result = document.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    return Array.from({ length: result.snapshotLength }, (_, i) => result.snapshotItem(i)).filter((n) => n.nodeType === Node.ELEMENT_NODE);
  };
  const part = (wanted, root) => {
    const inside = root.shadowRoot || root;
    if (wanted.startsWith('aria/')) return byAria(wanted.slice(5), inside);
    if (wanted.startsWith('text/')) return byText(wanted.slice(5), inside);
    if (wanted.startsWith('xpath/')) return byPath(wanted.slice(6), inside);
    if (wanted.startsWith('pierce/')) return all(wanted.slice(7), inside);
    const css = wanted.startsWith('css/') ? wanted.slice(4) : wanted;
    if (css.includes(' >>> ')) { const one = query(css); return one ? [one] : []; }
    return [...inside.querySelectorAll(css)];
  };
  const find = (chain) => {
    let found = [document];
    for (const wanted of chain) {
      try { found = found.flatMap((root) => part(wanted, root)); } catch { return []; }
    }
    return [...new Set(found)];
  };
  // The first alternative that matches something; a visible element before a hidden one.
  const locate = (alternatives) => {
    for (const chain of alternatives) {
      const found = find(chain);
      const best = found.find(visible) || found[0];
      if (best) return { n: hold(best), count: found.length, visible: visible(best), tag: best.localName, type: best.type || '', selector: selector(best) };
    }
    return null;
  };
  const names = () => [...new Set(all('[id],[name]').flatMap((e) => [
    e.id && '#' + e.id, e.getAttribute('name') && '[name="' + e.getAttribute('name') + '"]']).filter(Boolean))].slice(0, 300);

  globalThis.sluss = {
    fields, buttons, links, focus, blur, holds, put, choose, tick, reachable, press, at, locate, names,
    release: () => { held = []; },
    guard: (on) => { guarded = on; },
    prevented: () => { const n = prevented; prevented = 0; return n; },
  };
})();
