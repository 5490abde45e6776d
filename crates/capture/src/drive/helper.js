// Runs in an isolated world of each document: sees the same elements as the page, is seen by nothing in it.
(() => {
  'use strict';
  if (globalThis.sluss) return;
  let held = [];
  function* deep(root) {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (pure(node).nodeType !== Node.ELEMENT_NODE) continue;
      yield node;
      const shadow = shadowOf(node);
      if (shadow) yield* deep(shadow);
    }
  }
  // Closed shadow trees are told by the debugger: no script in the page can get at them.
  const closed = new WeakMap();
  const shadowOf = (element) => pure(element).shadowRoot || closed.get(element);
  const adopt = (root) => { if (root.ownerDocument === document) closed.set(root.host, root); };
  const all = (selector, root = document) => [...deep(root)].filter((e) => is(e, selector));
  const is = (element, selector) => pure(element).matches(selector);
  const up = (element) => pure(element).parentElement || pure(element).getRootNode().host;
  const text = (value, most = 200) => String(value || '').replace(/\s+/g, ' ').trim().slice(0, most);
  const hold = (element) => held.push(element) - 1;

  const visible = (element) => {
    const box = pure(element).getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    return pure(element).checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };

  // What nobody reaches: it is inert, or an open modal dialog lies before it (HTML, § 6.3).
  // In the tree as it is drawn: what a custom element shows in a slot lies in what stands around the slot (DOM, § 4.2.2).
  const inside = (element, around) => { for (let e = element; e; e = pure(e).assignedSlot || up(e)) if (e === around) return true; return false; };
  const barring = () => all('dialog').filter((d) => d.matches(':modal')).at(-1);
  const barred = (element, modal) => !!element.closest('[inert]') || (!!modal && !inside(element, modal));

  /* SELECTOR */

  const namers = (element, attribute) => (pure(element).getAttribute(attribute) || '').split(/\s+/).filter((id) => id && id !== pure(element).id)
    .map((id) => pure(pure(element).getRootNode()).getElementById?.(id)).filter(Boolean);
  const byIds = (element, attribute) => text(namers(element, attribute).map((e) => e.textContent).join(' '));
  // What a field holds may be a part of its name, and is none of its label.
  const byOthers = (element) => text(namers(element, 'aria-labelledby').filter((e) => !element.contains(e)).map((e) => e.textContent).join(' '));
  // A label may lie around its field: what the field holds is no part of it.
  const HOLDS = 'textarea,select,[contenteditable=""],[contenteditable=true]';
  const wording = (label) => {
    const shown = [...label.querySelectorAll('slot')].flatMap((slot) => slot.assignedNodes({ flatten: true })).map((one) => one.textContent).join(' ');
    if (!label.querySelector(HOLDS)) return label.textContent + shown;
    const copy = label.cloneNode(true);
    copy.querySelectorAll(HOLDS).forEach((e) => e.remove());
    return copy.textContent + shown;
  };
  // A custom element has labels as well (HTML, § 4.10.4), and tells only its own scripts which.
  const labelsOf = (element) => [...(element.labels || (element.localName.includes('-')
    ? new Set([element.closest('label'), ...(element.id ? element.getRootNode().querySelectorAll('label[for=' + JSON.stringify(element.id) + ']') : [])]) : []))].filter(Boolean);
  const labels = (element) => {
    const own = labelsOf(element).map(wording).join(' ');
    const host = element.getRootNode().host;
    return text(own) || text(byOthers(element) || element.getAttribute('aria-label') || before(element) || (host && labels(host)));
  };
  // A label that is only laid out beside the field: the words right before it, in its block up to the field before; else the
  // block before, as long as nothing else is filled in there.
  const FILLED = 'input:not([type=hidden]),textarea,select,button,[contenteditable=""],[contenteditable=true],[role=textbox]';
  const BLOCKS = /^(address|article|aside|blockquote|dd|details|div|dl|dt|fieldset|footer|form|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/;
  const PARTED = /^(script|style|template|noscript)$/;
  const before = (element) => {
    const seen = visible(element);
    for (let at = element, n = 0; at && at !== page.body && n < 6; at = pure(at).parentElement, n += 1) {
      if (n && (is(at, 'form,fieldset,section') || [...at.querySelectorAll(FILLED)].some((f) => f !== element))) return '';
      let said = '';
      for (let node = at.previousSibling; node; node = pure(node).previousSibling) {
        const near = pure(node);
        if (near.nodeType === Node.TEXT_NODE) said = near.data + ' ' + said;
        if (near.nodeType !== Node.ELEMENT_NODE || PARTED.test(near.localName) || (seen && near.localName !== 'br' && !near.checkVisibility())) continue;
        const others = near.matches('label') && near.control && near.control !== element;
        if (others || near.matches(FILLED + ',legend,h1,h2,h3,h4,h5,h6') || [near, shadowOf(node)].some((e) => e?.querySelector(FILLED))) break;
        const block = BLOCKS.test(near.localName);
        if (!block || !text(said)) said = near.textContent + ' ' + said;
        if (block && text(said)) break;
      }
      if (text(said)) return text(said).slice(-200);
    }
    return '';
  };

  const SUBMITS = 'button:not([type]),button[type=submit],button[type=""],input[type=submit],input[type=image]';
  const context = (element) => {
    const form = element.closest('form,[role=form]');
    const around = pure(form || element.closest('section,fieldset,dialog,article,[role=dialog],[role=region]'));
    if (!around) return '';
    const parts = [around.id, around.getAttribute('name'), around.getAttribute('action'), around.getAttribute('aria-label')];
    if (form) parts.push(...all(SUBMITS, form).slice(0, 1).map((e) => e.textContent || e.value));
    return text(parts.filter(Boolean).join(' '));
  };
  // What a field stands under, nearest first, each of a higher rank than the one before; the title of the page is none.
  const PARTS = 'form,section,fieldset,dialog,article,[role=form],[role=dialog],[role=region]';
  const headings = (element) => {
    const found = [];
    let rank = 7;
    for (const one of all('legend,h1,h2,h3,h4,h5,h6', element.getRootNode()).reverse()) {
      const part = one.closest(PARTS);
      const above = (one.compareDocumentPosition(element) & 5) === 4 && (part ? pure(part).contains(element) : one.localName !== 'h1');
      const its = Number(one.localName[1]) || rank - 1;
      if (!above || its >= rank) continue;
      rank = one.localName === 'legend' ? rank : its;
      found.push(text(one.textContent));
    }
    return found;
  };
  // A custom element may be a part of a form that it names (HTML, § 4.13.3 `form`), and tells only its own scripts.
  const formNamed = (e) => {
    const named = e.localName.includes('-') && e.getAttribute('form');
    const found = named && pure(e.getRootNode()).getElementById?.(named);
    return found?.localName === 'form' ? found : null;
  };
  const formAround = (element) => {
    for (let e = element; e; e = e.getRootNode().host) {
      const form = e.form || formNamed(pure(e)) || e.closest('form');
      if (form) return form;
    }
    return null;
  };
  const formOf = (element) => { const form = formAround(element); return form ? selector(form) : ''; };

  const FIELDS = 'input,textarea,select,[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only],[role=textbox],[role=spinbutton][tabindex]';
  // A part of a day that is typed or turned by itself.
  const spins = (e) => e.getAttribute('role') === 'spinbutton' && e.localName !== 'input';
  const grouped = (e, group = e.closest('[role=group]')) => (group ? byIds(group, 'aria-labelledby') || group.getAttribute('aria-label') || before(group) : '');
  // A copy for the form's sake: no key reaches it and nothing tells of it.
  const isCopied = (e) => e.tabIndex < 0 && !!e.closest('[aria-hidden=true]');
  const SILENT = /^(hidden|submit|button|image|reset|checkbox|radio)$/;
  // A field for files is often hidden behind its label or what lies around it.
  // So is one that only opens a list.
  const opensList = (e) => e.getAttribute('role') === 'combobox';
  const locked = (e) => !!e.readOnly || e.getAttribute('aria-readonly') === 'true';
  const fixed = (e) => locked(e) || (opensList(e) && e.inputMode === 'none');
  const near = (e, most) => { for (let at = pure(e).parentElement, n = 0; at && n < most; at = pure(at).parentElement, n += 1) if (visible(at)) return true; return false; };
  // One that a custom element draws may show only once something stands in it.
  const isPart = (e) => { const { host } = e.getRootNode(); return !!host && visible(host) && e.checkVisibility({ checkVisibilityCSS: true }) && e.getBoundingClientRect().width >= 1; };
  const offered = (e) => (visible(e) && !isCopied(e)) || (spins(e) && e.checkVisibility() && near(e, 6)) || isPart(e) || (fixed(e) && opensList(e) && e.checkVisibility() && near(e, 3)) || (e.type === 'file' && ([...e.labels].some(visible) || (!!e.parentElement && visible(e.parentElement))));
  // Some take keys only once they have the focus, so that nothing fills them of itself.
  const asked = new WeakSet();
  const unopened = new WeakMap();
  const waking = new WeakSet();
  const wakes = (e) => {
    if (locked(e) && !asked.has(e)) {
      asked.add(e);
      unopened.set(e, entries());
      e.focus({ preventScroll: true });
      if (!fixed(e)) waking.add(e);
      e.blur();
    }
    return waking.has(e);
  };
  // A list that takes no keys and opens by a click; outside forms it is often the page's own, for its language or order, unless a label says what it asks for.
  const CHOOSERS = '[role=combobox]:not(input,select,textarea),[aria-haspopup=listbox]:not(input,select,textarea)';
  // One that opens a dialog is a list where it draws a field: an element of the page's own that has a name, or a button with a label.
  const drawn = (e) => is(e, '[aria-haspopup=dialog]:not(input,select,textarea)') && (!!e.getRootNode().host?.hasAttribute('name') || !!e.labels?.length);
  // One of which nothing is said takes the focus beside a label that has no other field, and shows a sign.
  const UNSAID = '[tabindex="0"]:not([role],a,button,label)';
  const signed = (e) => [e, ...e.querySelectorAll('*')].some((one) => is(one, 'svg,i,img') || getComputedStyle(one, '::after').content !== 'none');
  const besideLabel = (e) => {
    for (let at = pure(e).parentElement, n = 0; at && n < 6 && !is(at, 'form,fieldset,section'); at = pure(at).parentElement, n += 1) {
      if ([...at.querySelectorAll(FILLED)].some((f) => visible(f) && !e.contains(f))) return false;
      const label = at.querySelector('label');
      if (label) return !label.control || !visible(label.control);
    }
    return false;
  };
  const unsaid = (e) => is(e, UNSAID) && !is(e, FIELDS + ',' + BUTTONS) && !e.querySelector(INSIDE) && signed(e) && besideLabel(e);
  // What lies around a field that opens the list is no second one; a field that searches in the list comes with it.
  const searches = (e) => e.type === 'search' && !e.checkVisibility();
  const asksFor = (e) => !e.closest(ASIDE) && !!(e.labels?.length || byOthers(e));
  const chooses = (e) => (is(e, CHOOSERS) || drawn(e) ? !!formOf(e) || asksFor(e) : unsaid(e) && !!formOf(e)) && [...pure(e).querySelectorAll('input[role=combobox],input[aria-autocomplete]')].every(searches);
  // Whatever else in it hears presses opens the same.
  const ofChooser = (e) => {
    for (let host = e.getRootNode().host; host; host = host.getRootNode().host) if ([...deep(shadowOf(host))].some(chooses)) return true;
    const around = pure(e.parentElement)?.closest(CHOOSERS + ',' + UNSAID);
    return chooses(e) || (!!around && (is(around, CHOOSERS) ? !!formOf(e) || chooses(around) : chooses(around)));
  };
  // Of several fields for one code each takes a sign.
  const CODE = 'input[autocomplete~="one-time-code"]';
  const isBox = (e) => is(e, CODE) && !!up(e) && [up(e), up(up(e))].some((at) => at && all(CODE, at).filter(visible).length > 2);
  // What else is filled in there, and not the page's own: beside it a list is one of the questions.
  const amid = (e) => {
    if (e.closest(ASIDE)) return false;
    const form = formAround(e);
    const found = all(FIELDS + ',' + CHOOSERS).filter((o) => o === e || ((is(o, CHOOSERS) || !SILENT.test(o.type || '')) && o.type !== 'search' && visible(o) && !o.closest(ASIDE) && formAround(o) === form));
    // A form around the whole page says no more than none.
    return form && !all('nav,header,footer,main', form).length ? found.length > 1 : found.indexOf(e) > 0;
  };
  // What the buttons say that stand with one field in a block of its own: a calendar's, say.
  const saidBeside = (e) => {
    for (let at = up(e), n = 0; at && n < 4 && !is(at, 'form,fieldset,section,body'); at = up(at), n += 1) {
      if (all(FIELDS, at).some((f) => f !== e && f.type !== 'hidden')) break;
      const found = all('button,[role=button]', at);
      if (found.length) return text(found.map(wordsOn).join(' '));
    }
    return '';
  };
  // Marks that a rule for passwords names: three or more in a row, in what lies around the field.
  const marks = (e) => [...((pure(e.closest(PARTS) || e.parentElement) || page.body).innerText.match(/(?:[!-/:-@[-`{-~](?:,? )?){3,}/g) || [])].filter((run) => new Set(run).size >= 3).join('').replace(/ /g, '');
  const asField = (e, n = hold(e)) => ({
    n, tag: e.localName, type: spins(e) ? 'spinbutton' : (e.getAttribute('type') || '').toLowerCase(), name: (spins(e) && (e.dataset.type || e.getAttribute('aria-label'))) || e.getAttribute('name') || e.getRootNode().host?.getAttribute('name') || '',
    id: e.id || '', autocomplete: (e.getAttribute('autocomplete') || '').toLowerCase(), lang: (pure(e.closest('[lang]') || page.documentElement).getAttribute('lang') || '').slice(0, 2).toLowerCase(), label: spins(e) ? text(labels(e) + ' ' + grouped(e)) : labels(e),
    placeholder: text(e.getAttribute('placeholder') || (spins(e) && e.textContent)), title: text(e.title), described: byIds(e, 'aria-describedby'), context: context(e), headings: headings(e), form: formOf(e),
    marks: e.type === 'password' ? marks(e) : '', selector: selector(e), required: e.required === true || e.getAttribute('aria-required') === 'true',
    inputmode: (e.getAttribute('inputmode') || '').toLowerCase(), editable: e.isContentEditable, hidden: !(chooses(e) ? isDrawn(e) : offered(e)), accept: (e.getAttribute('accept') || '').toLowerCase(),
    over: [...ours].some((layer) => layer.isConnected && visible(layer) && inside(e, layer)), most: e.maxLength > 0 ? e.maxLength : (isBox(e) ? 1 : null), last: Number(e.getAttribute('aria-valuemax') || e.max) || null, held: !!e.value && !chooses(e), readonly: chooses(e) || (fixed(e) && !wakes(e)), chooser: chooses(e),
    amid: (chooses(e) || e.localName === 'select') && amid(e), beside: e.localName === 'input' ? saidBeside(e) : '',
    list: opensList(e) || e.getAttribute('aria-haspopup') === 'listbox' || /^(list|both)$/.test(e.getAttribute('aria-autocomplete') || '') || !!pure(e.parentElement)?.closest('[role=combobox]'),
  });
  const fields = () => {
    const modal = barring();
    const fillable = (e) => (chooses(e) ? isDrawn(e) && isAble(e)
      : e.matches(FIELDS) && !SILENT.test(e.type || '') && !e.disabled && !(spins(e) && (locked(e) || !isAble(e))) && (offered(e) || (!fixed(e) && !e.value)));
    return all(FIELDS + ',' + CHOOSERS + ',' + UNSAID + ',[aria-haspopup=dialog]').filter((e) => !barred(e, modal) && fillable(e)).map((e) => asField(e));
  };
  const field = (n) => asField(held[n], n);

  const BUTTONS = 'button,input[type=button],input[type=submit],input[type=image],[role=button],a.btn,a.button,'
    + 'a[class*="btn"],a[class*="button"],:is(div,span)[class*="btn"]:not(button *,a *,:has(input,textarea,select)),summary,[onclick]:not(form,body)';
  // Links that lead nowhere by themselves.
  const IDLE = 'a[href=""],a[href="#"],a[href="#!"],a[href^="javascript:"]';
  // What else may show more fields or another view.
  const OPENERS = BUTTONS + ',[role=tab],[role=switch],[role=checkbox],[aria-controls]:not(' + FIELDS + '),[role=link]:not(a),[role=menuitem],a:not([href]),' + IDLE + ','
    + 'input[type=radio]:not(:checked),input[type=checkbox]:not(:checked)';
  // What hears clicks and looks like nothing: told by the debugger, or by an attribute of the common frameworks. One that
  // lies around others only passes clicks on.
  const hearing = new WeakSet();
  const hears = (element) => { if (element.ownerDocument === document) hearing.add(element); };
  const DECLARED = '[data-action],[data-click],[data-onclick],[data-bind*="click"],[data-hx-post],[data-ng-click],[hx-post],[jsaction],'
    + '[ng-click],[v-on\\:click],[wire\\:click],[x-on\\:click],[\\@click],[\\(click\\)]';
  const INSIDE = FIELDS + ',' + BUTTONS + ',a[href],label';
  // Some hang one listener on what lies around, and tell by an attribute which element was meant.
  const passesOn = (e) => { for (let at = e.parentElement; at && at !== page.body; at = pure(at).parentElement) if (hearing.has(at)) return true; return false; };
  const meant = (e) => e.textContent.length <= 40 && !!text(e.textContent)
    && [...e.attributes].some((a) => a.name.startsWith('data-')) && passesOn(e);
  const presses = (e) => hearing.has(e) || is(e, DECLARED) || meant(pure(e));
  const slotted = (e) => [...e.querySelectorAll('slot')].flatMap((slot) => slot.assignedElements({ flatten: true }));
  const showsOthers = (e) => slotted(e).some((one) => [...deep(one)].some((o) => is(o, INSIDE)));
  const bare = (e) => presses(e) && !is(e, INSIDE + ',html,body,form,option') && !e.closest('label')?.control && !pure(e.parentElement)?.closest('button,a[href]') && !showsOthers(e) && !e.querySelector(INSIDE) && !shadowOf(e)?.querySelector(INSIDE)
    && ![...e.querySelectorAll('*')].some(presses);
  const ofList = (e) => is(e, '[role=option]') || !!pure(e).querySelector(CHOOSERS) || [...pure(e).querySelectorAll(UNSAID)].some(chooses);
  const pointed = (e) => !ofList(e) && /^(div|span|li|p|h[1-6]|img|label)$/.test(e.localName) && !showsOthers(e)
    && getComputedStyle(e).cursor === 'pointer' && getComputedStyle(up(e)).cursor !== 'pointer';
  // A link to a part of the page that shows this part is a button.
  const isLink = (e) => e.localName === 'a' && /^(?!javascript:|#!?$)./.test(e.getAttribute('href') || '')
    && !(/^#[^/!]/.test(e.getAttribute('href')) && e.matches('[role=tab],[aria-controls],[aria-expanded],[data-toggle],[data-bs-toggle]'));
  // Whether the layer or form it lies in has something typed into it.
  const asks = (e) => !!pure(e.closest('form,dialog,[role=dialog],[role=alertdialog],[aria-modal=true]'))?.querySelector(TYPED);
  // A button that a custom element draws shows what stands in that.
  const shownIn = (e) => (e.querySelector('slot') ? e.getRootNode().host?.innerText : '');
  // Names of files that were chosen: what a list of them takes away again is no more than that.
  const files = new Set();
  addEventListener('change', (event) => { for (const file of event.composedPath()[0].files || []) files.add(file.name); }, { capture: true });
  const beside = (e) => {
    const row = text(e.closest('li,tr')?.textContent);
    if ([...files].some((name) => row.includes(name))) return { beside: true, beside_file: true };
    for (let at = up(e), n = 0; at && n < 6 && !is(at, 'form,fieldset,section,dialog,body'); at = up(at), n += 1) {
      const fields = all(FIELDS, at).filter((f) => !SILENT.test(f.type || ''));
      if (fields.length) return { beside: fields.length === 1, beside_file: fields.length === 1 && fields[0].type === 'file' };
    }
    return {};
  };
  // A sign alone, or nothing, is told by its name.
  const wordsOn = (e) => {
    const own = text(e.innerText || e.value);
    return /\p{L}/u.test(own) ? own : text(own + ' ' + (e.getAttribute('aria-label') || e.title || (own ? '' : shownIn(e) || e.alt || labels(e))));
  };
  // A part of a field that says nothing and is nobody's but the mouse's: a cross on a chip.
  const isMute = (e) => isCopied(e) && !/[\p{L}\d]/u.test([e.innerText, e.value, e.getAttribute('aria-label'), e.title].join());
  const described = (found, seen = new Map(), forms = new Map(), blocks = loose(), modal = barring(), headings = all(HEADINGS).filter(visible)) => found.filter((e) => !barred(e, modal) && !e.disabled && e.type !== 'reset' && visible(e) && !isMute(e)).map((e) => ({
    n: hold(e), text: wordsOn(e), form: formOf(e),
    submits: submits(e), asks: asks(e), link: isLink(e), hears: isLink(e) && presses(e), tab: is(e, '[role=tab]'), idle: e.matches(IDLE),
    selector: selector(e), around: around(e), ...notice(e, seen), spared: isSpared(e.form || e.closest('form')), near: nearlySpared(e.form || e.closest('form')), ...sent(e, forms, blocks),
    bare: bare(e) && !pointed(e), question: asksAt(e, headings), kind: kindOf(e), ...beside(e),
  }));
  // Whether a dialog keeps something from everybody.
  const behind = () => { const modal = barring(); return !!modal && all(FIELDS + ',' + BUTTONS).some((e) => visible(e) && barred(e, modal)); };
  const buttons = () => described([...deep(document)].filter((e) => (is(e, BUTTONS) || bare(e) || (is(e, IDLE) && !!formOf(e))) && !ofChooser(e) && !(e.closest(ROLED) && !!formOf(e))));
  // What may answer a question about cookies: made by hand, often a link that leads nowhere.
  const ANSWERS = OPENERS + ',a[href^="#"],a[href=""]';
  const answers = () => described([...deep(document)].filter((e) => is(e, ANSWERS) || pointed(e) || bare(e))).filter((b) => b.text.length <= 80);
  const openers = () => described([...deep(document)].filter((e) => (is(e, OPENERS) || pointed(e) || (bare(e) && !ofList(e)) || (isLink(e) && presses(e))) && !ofChooser(e) && !(e.closest(ROLED) && isOn(e.closest(ROLED)))));
  // What may show hidden fields while it is pointed at: by its own word, or by a rule of a style sheet that can be read.
  const POINTED = '[aria-haspopup]:not([aria-haspopup=false]),[onmouseover],[onmouseenter]';
  const hoverRules = (rules) => [...rules].flatMap((rule) => [
    ...(rule.selectorText || '').split(',').filter((one) => one.includes(':hover')).map((one) => one.split(':hover')[0].trim()),
    ...(rule.cssRules ? hoverRules(rule.cssRules) : []),
  ]);
  const hovers = () => {
    const spots = new Set(all(POINTED).filter(visible));
    const hidden = all(FIELDS).filter((e) => !SILENT.test(e.type || '') && !e.disabled && !visible(e));
    const rules = hidden.length ? [...page.styleSheets].flatMap((sheet) => { try { return hoverRules(sheet.cssRules); } catch { return []; } }) : [];
    const fits = (e) => rules.some((rule) => { try { return is(e, rule); } catch { return false; } });
    for (const field of hidden) {
      for (let e = field; e && e !== page.body; e = pure(e).parentElement) {
        const spot = [e, ...(pure(pure(e).parentElement)?.children || [])].find((one) => visible(one) && fits(one));
        if (spot) { spots.add(spot); break; }
      }
    }
    return [...spots].map((e) => ({ n: hold(e), selector: selector(e) }));
  };
  // Down to the end of the page: how long it was, 0 where all of it can be seen.
  const descend = () => {
    const root = page.scrollingElement;
    if (!root || root.scrollHeight <= innerHeight) return 0;
    scrollTo({ top: root.scrollHeight, behavior: 'instant' });
    return root.scrollHeight;
  };
  const ascend = () => { scrollTo({ top: 0, behavior: 'instant' }); };
  // Forms that are never sent: selectors, or paths of their page or action.
  const SPARED = NEVER_SEND;
  const fitsPath = (pattern, url) => {
    const parts = pattern.split('*').map((p) => p.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    try { return new RegExp('^' + parts.join('.*') + '$').test(new URL(url, page.baseURI).pathname); } catch { return false; }
  };
  // A selector that cannot be read spares every form.
  const fitsSelector = (one, form) => { try { return is(form, one); } catch { return true; } };
  const spares = (one, form) => (one.startsWith('/')
    ? fitsPath(one, location.href) || fitsPath(one, pure(form).getAttribute('action') || '')
    : fitsSelector(one, form));
  const isSpared = (form) => !!form && (SPARED.some((one) => spares(one, form)) || !!nearlySpared(form));
  slussGuard.spares = isSpared;
  // Which of them fit a form that is here, and the forms by name.
  const sparing = () => {
    const here = all('form');
    const fits = (one, form) => (one.startsWith('/') ? fitsPath(one, pure(form).getAttribute('action') || '') : is(form, one));
    const page = (one) => one.startsWith('/') && fitsPath(one, location.href);
    const known = (one) => { try { return page(one) || here.some((form) => fits(one, form)); } catch { return false; } };
    return { fit: SPARED.filter(known), forms: here.map(selector) };
  };
  // Names of what an element lies in, to know a consent dialog by.
  const around = (element) => {
    const words = [];
    for (let at = element; at && words.length < 12; at = up(at)) {
      const e = pure(at);
      words.push([e.id, e.getAttribute('class'), e.getAttribute('aria-label'), e.getAttribute('aria-labelledby'),
        e.getAttribute('action'), e.localName === 'dialog' ? 'dialog' : e.getAttribute('role')].filter(Boolean).join(' '));
    }
    return text(words.filter(Boolean).join(' ').slice(0, 600)).toLowerCase();
  };

  // What the notice says that an element lies in, where it has no fields: the few sentences around it, or all of what is
  // laid over the page.
  const TYPED = 'input:not([type=checkbox],[type=radio],[type=hidden],[type=submit],[type=button]),textarea';
  const sentences = (one) => {
    const element = pure(one);
    const said = element.textContent.length <= 2000 && !element.querySelector(TYPED) ? text(element.textContent, 600) : '';
    const over = element.matches('dialog,[role=dialog],[role=alertdialog]') || /^(fixed|sticky|absolute)$/.test(getComputedStyle(one).position);
    return { said, over };
  };
  // All of a frame may be the notice.
  const edge = () => (window.top === window ? page.body : page.documentElement);
  const notice = (element, seen) => {
    let near = '';
    let laid = false;
    for (let e = up(element); e && e !== edge(); e = up(e)) {
      if (!seen.has(e)) seen.set(e, sentences(e));
      const { said, over } = seen.get(e);
      if (!said) break;
      if (over || said.length < 600) near = said;
      laid = over;
      if (over) break;
    }
    return { notice: text(near + ' ' + gate(seen)).toLowerCase(), over: laid };
  };
  // A question that is a page of its own says it anywhere on it: a few sentences, a few answers, and nothing to type.
  const ANSWERED = 8;
  const gate = (seen) => {
    if (!seen.has(page)) {
      const said = page.body ? text(page.body.innerText, 601) : '';
      const short = said.length <= 600 && !page.body?.querySelector(TYPED) && all('a[href],' + BUTTONS).filter(visible).length <= ANSWERED;
      seen.set(page, short ? said : '');
    }
    return seen.get(page);
  };
  // What stands switched on beside a button that saves, in the nearest element that holds switches at all, is switched off:
  // all but what says that it is needed, and of several answers the one that says so.
  const SWITCHES = 'input[type=checkbox],input[type=radio],[role=switch],[role=checkbox]';
  const SWITCHED = 'input[type=checkbox]:checked:enabled,[role=switch][aria-checked=true]:not([aria-disabled=true],:disabled),[role=checkbox][aria-checked=true]:not([aria-disabled=true],:disabled)';
  const after = (e) => (e.nextSibling && e.nextSibling.nodeType === Node.TEXT_NODE ? e.nextSibling.data : '');
  const named = (e) => text([...(e.labels || [])].map((l) => l.textContent).join(' ') || byIds(e, 'aria-labelledby') || e.getAttribute('aria-label') || after(e))
    .toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim();
  const begins = (words, e) => words.some((w) => named(e) === w || named(e).startsWith(w + ' '));
  const untick = (n, off, needed) => {
    for (let e = held[n]; e && e !== edge(); e = up(e)) {
      if (!all(SWITCHES, e).length) continue;
      const on = () => all(SWITCHED, e).filter((one) => !begins(needed, one));
      const yes = () => all('input[type=radio]:checked:enabled', e).filter((one) => !begins(off, one));
      const no = (one) => all('input[type=radio]:enabled', e).find((o) => o.name === one.name && begins(off, o));
      on().forEach((one) => one.click());
      yes().map(no).filter(Boolean).forEach((one) => one.click());
      return on().length + yes().length;
    }
    return null;
  };

  // A link in a drawing has its address as written (SVG 2, § 16.2).
  const address = (e) => { try { return typeof e.href === 'string' ? e.href : e.href.baseVal && new URL(e.href.baseVal, page.baseURI).href; } catch { return ''; } };
  const links = () => all('a[href],area[href],svg a').map((e) => [e, address(e)]).filter(([, url]) => url)
    .map(([e, url]) => ({ url: /#[/!]/.test(url) ? url : url.split('#')[0], text: text(e.textContent), file: e.hasAttribute('download'),
      navigation: !!e.closest('nav,header,[role=navigation],[role=menu],[role=menubar]') }));

  // ---- acting on one element ----
  const active = (element) => {
    let now = page.activeElement;
    while (now && shadowOf(now) && shadowOf(now).activeElement) now = shadowOf(now).activeElement;
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
  // Goes into a field that is empty but for what it draws by itself: masks draw on the focus, some of them a turn later.
  const clear = (n) => { if (/[\d+]/.test(holds(n))) put(n, ''); return focus(n); };
  // Keys go after what was drawn, not over it.
  const caret = (n) => {
    const end = holds(n).search(/[\d+](?=[^\d+]*$)/) + 1;
    try { held[n].setSelectionRange(end, end); } catch { /* types without a selection */ }
  };
  const takes = (n) => !held[n] || !held[n].validity || held[n].validity.valid;
  const blur = (n) => held[n] && held[n].blur();
  const holds = (n) => {
    const element = held[n];
    if (element && spins(element)) return element.getAttribute('aria-valuenow') || '';
    return String((element && (element.isContentEditable ? element.textContent : element.value)) || '');
  };
  // For fields that keys cannot fill: dates, numbers with steps, lists.
  const put = (n, value) => {
    const element = held[n];
    if (!element) return '';
    const kind = element.localName === 'textarea' ? HTMLTextAreaElement : element.localName === 'select' ? HTMLSelectElement : HTMLInputElement;
    const setter = Object.getOwnPropertyDescriptor(kind.prototype, 'value');
    // As a person comes to a field and leaves it: many scripts read on leaving.
    element.focus({ preventScroll: true });
    if (setter) setter.set.call(element, value); else element.textContent = value;
    element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
    element.blur();
    return holds(n);
  };
  // The first entry that is another than the one that stands there by itself.
  const choose = (n) => {
    const options = [...held[n].options].filter((o) => o.value && !o.disabled);
    const first = [...held[n].options].find((o) => o.defaultSelected) || held[n].options[0];
    const option = options.find((o) => o !== first) || options[0];
    return option ? put(n, option.value) : '';
  };
  // The first of some values that the field's own rules allow, brought within its bounds. A copy is asked: nobody hears it.
  const suit = (n, values) => {
    const element = held[n];
    if (element.localName !== 'input') return values[0];
    const copy = element.cloneNode();
    const fits = (value) => {
      copy.value = value;
      if (copy.validity.rangeUnderflow) copy.value = copy.min;
      if (copy.validity.rangeOverflow) copy.value = copy.max;
      if (copy.validity.stepMismatch && copy.min) copy.value = copy.min;
      return copy.value && !copy.validity.patternMismatch && !copy.validity.typeMismatch && !copy.validity.rangeUnderflow
        && !copy.validity.stepMismatch && !copy.validity.badInput && !(element.maxLength >= 0 && copy.value.length > element.maxLength);
    };
    return values.some(fits) ? copy.value : '';
  };
  const query = (chain) => {
    let roots = [document];
    for (const part of chain.split(' >>> ')) {
      const found = roots.map((r) => pure(r).querySelector(part)).find(Boolean);
      if (!found) return null;
      roots = [shadowOf(found) || found];
      if (part === chain.split(' >>> ').at(-1)) return found;
    }
    return null;
  };
  const hitAt = (at) => {
    let hit = page.elementFromPoint(...at);
    while (hit && shadowOf(hit)) {
      const inner = shadowOf(hit).elementFromPoint(...at);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };
  // A point of a box, counted from its left top corner; else its middle.
  const pointIn = (box, offset = [box.width / 2, box.height / 2]) => [box.x + offset[0], box.y + offset[1]];
  const within = (box, [x, y]) => x >= 0 && y >= 0 && x <= box.width && y <= box.height;
  // Whether a click at a point of an element would reach it.
  const reachable = (n, offset) => {
    const element = held[n];
    if (!element || !element.isConnected) return 'gone';
    // Some draw what they show anew when it is moved.
    if (!inside(hitAt(pointIn(element.getBoundingClientRect(), offset)), element)) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return 'no-box';
    if (offset && !within(box, offset)) return 'outside';
    const hit = hitAt(pointIn(box, offset));
    if (!hit) return 'outside';
    const label = pure(hit).closest('label');
    if (inside(hit, element) || (label && (label.control === element || inside(element, label)))) return 'yes';
    // Clicks fall through it, or it lies in what was hit: nothing else lies over it.
    return inside(element, hit) ? 'through' : 'covered';
  };
  // The nth frame of a document, counted as the browser counts them; those in shadow trees come last.
  const framed = (n) => {
    const order = Array.from({ length: window.length }, (_, i) => window[i]);
    const place = (e) => (order.includes(e.contentWindow) ? order.indexOf(e.contentWindow) : order.length);
    const found = all('iframe,frame,object').filter((e) => e.contentWindow).sort((a, b) => place(a) - place(b))[n];
    return found ? hold(found) : null;
  };
  // What an element lies in, as that of a button is told.
  const lies = (n, e = held[n]) => ({ n, text: wordsOn(e), form: formOf(e), submits: false, asks: asks(e), link: false, selector: selector(e), around: around(e), ...notice(e, new Map()) });
  /* FORMS */

  const said = (n) => { const e = held[n]; return e ? text(e.innerText || e.value || e.getAttribute('aria-label') || e.title || shownIn(e)) : ''; };
  const press = (n) => { if (held[n]) pure(held[n]).click(); };
  const at = (n) => held[n];

  // ---- selectors of the DevTools Recorder ----
  // Accessible names as far as recordings need them (Accessible Name and Description Computation 1.2, § 4.3).
  const FROM_CONTENT = 'a,button,summary,option,h1,h2,h3,h4,h5,h6,td,th,li,[role]';
  const nameOf = (element, e = pure(element)) => text(byIds(element, 'aria-labelledby') || e.getAttribute('aria-label') || (e.matches(FIELDS) && labels(e))
    || e.getAttribute('alt') || (/^(button|submit|reset)$/.test(e.type) && e.value) || (e.matches(FROM_CONTENT) && e.innerText)
    || e.placeholder || e.title);
  const ROLES = {
    a: 'link', button: 'button', select: 'combobox', textarea: 'textbox', img: 'image', h1: 'heading', h2: 'heading',
    h3: 'heading', h4: 'heading', summary: 'button', option: 'option', nav: 'navigation', main: 'main', form: 'form',
  };
  const INPUTS = { button: 'button', submit: 'button', image: 'button', reset: 'button', checkbox: 'checkbox', radio: 'radio', range: 'slider', number: 'spinbutton', search: 'searchbox' };
  const roleOf = (element, e = pure(element)) => e.getAttribute('role') || (e.localName === 'input' ? INPUTS[e.type] || 'textbox' : ROLES[e.localName] || '');
  const ARIA = /^(.*?)(?:\[\s*role\s*=\s*["'](.*)["']\s*\])?$/;
  const byAria = (wanted, root) => {
    const [, name, role] = ARIA.exec(wanted);
    const fits = (e) => (!role || roleOf(e) === role || (role === 'image' && roleOf(e) === 'img')) && (!name || nameOf(e) === text(name));
    const found = [...deep(root)].filter(fits);
    return role ? found : found.filter((e) => !found.some((o) => o !== e && pure(e).contains(o)));
  };
  const byText = (wanted, root) => {
    const holding = [...deep(root)].filter((one, n, found, e = pure(one)) => !/^(script|style|head|title)$/.test(e.localName) && text(e.textContent || e.value).includes(text(wanted)));
    return holding.filter((e) => !holding.some((o) => o !== e && pure(e).contains(o)));
  };
  const byPath = (path, root) => {
    const result = page.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
    return Array.from({ length: result.snapshotLength }, (_, i) => result.snapshotItem(i)).filter((n) => n.nodeType === Node.ELEMENT_NODE);
  };
  const part = (wanted, root) => {
    const inside = shadowOf(root) || root;
    if (wanted.startsWith('aria/')) return byAria(wanted.slice(5), inside);
    if (wanted.startsWith('text/')) return byText(wanted.slice(5), inside);
    if (wanted.startsWith('xpath/')) return byPath(wanted.slice(6), inside);
    if (wanted.startsWith('pierce/')) return all(wanted.slice(7), inside);
    const css = wanted.startsWith('css/') ? wanted.slice(4) : wanted;
    if (css.includes(' >>> ')) { const one = query(css); return one ? [one] : []; }
    return [...pure(inside).querySelectorAll(css)];
  };
  const find = (chain) => {
    let found = [document];
    for (const wanted of chain) {
      try { found = found.flatMap((root) => part(wanted, root)); } catch { return []; }
    }
    return [...new Set(found)];
  };
  const placed = (element, box = pure(element).getBoundingClientRect()) => box.width > 0 && box.height > 0
    && getComputedStyle(element).visibility === 'visible';
  // The first alternative that matches something; a visible element before a hidden one.
  const locate = (alternatives) => {
    for (const chain of alternatives) {
      const found = find(chain);
      const best = found.find(visible) || found.find(placed) || found[0];
      if (best) return { n: hold(best), count: found.length, visible: visible(best), drawn: placed(best), tag: pure(best).localName, type: pure(best).type || '', selector: selector(best) };
    }
    return null;
  };
  const scrollIn = (n, x, y) => { pure(held[n]).scrollTo(x, y); return true; };
  const agrees = (n, attributes, properties) => !!held[n]
    && Object.entries(attributes).every(([key, value]) => pure(held[n]).getAttribute(key) === value)
    && Object.entries(properties).every(([key, value]) => JSON.stringify(pure(held[n])[key]) === JSON.stringify(value));
  // Values that stand on the page in the place of each value that a selector asks for: `#id`, `.class`, `[name=value]`, and in
  // an XPath `@name="value"`. Those that match something are what a slip of the pen may have meant.
  const ASKED = /([#.])((?:[\w-]|\\.)+)|[[@]([\w-]+)\s*[~|^$*]?=\s*(["']?)([^"'\]]*)\4/g;
  const swapped = (wanted) => {
    const css = wanted.replace(/^(css|pierce)\//, '');
    const near = [];
    for (const asked of css.startsWith('aria/') || css.startsWith('text/') ? [] : css.matchAll(ASKED)) {
      const [whole, sign, bare, name, , value] = asked;
      const key = { '#': 'id', '.': 'class' }[sign] || name;
      const there = all('[' + CSS.escape(key) + ']').flatMap((e) => (sign === '.' ? [...pure(e).classList] : [pure(e).getAttribute(key)]));
      for (const other of new Set(there)) {
        const from = asked.index + whole.lastIndexOf(bare || value);
        const instead = css.slice(0, from) + (sign ? CSS.escape(other) : other) + css.slice(from + (bare || value).length);
        if (other && !/["'\]]/.test(other) && find([instead]).length) near.push(instead);
      }
    }
    return near;
  };
  const names = (wanted) => [...new Set([
    ...swapped(wanted),
    ...(wanted.startsWith('text/') ? all('body *').filter((e) => !pure(e).childElementCount && visible(e)).map((e) => 'text/' + text(e.textContent || e.value, 80)) : []),
    ...all('[id],[name]').map(pure).flatMap((e) => [e.id && '#' + e.id, e.getAttribute('name') && '[name="' + e.getAttribute('name') + '"]']),
    ...all(FIELDS + ',button,a[href],[role=button]').map((e) => nameOf(e) && 'aria/' + nameOf(e)),
  ].filter(Boolean))].slice(0, 500);
  // Of a closed shadow tree nobody knows what it draws.
  const PAINTED = 'img,svg,video,canvas,iframe,frame,object,embed,input,select,textarea,button,meter,progress,hr';
  const isPainted = (e) => is(e, PAINTED) || (e.localName.includes('-') && !shadowOf(e)) || [...pure(e).childNodes].some((c) => c.nodeType === Node.TEXT_NODE && c.data.trim())
    || /url\(|gradient/.test(getComputedStyle(e).backgroundImage);

  const invalid = (selectors) => selectors.filter((wanted) => {
    if (/^(aria|text)\//.test(wanted)) return false;
    try {
      if (wanted.startsWith('xpath/')) page.createExpression(wanted.slice(6));
      else wanted.replace(/^(css|pierce)\//, '').split(' >>> ').forEach((css) => page.querySelector(css));
      return false;
    } catch { return true; }
  });

  globalThis.sluss = {
    fields, field, buttons, behind, openers, answers, hovers, descend, ascend, links, focus, blur, holds, takes, put, choose, suit, watch, offered: entry, shows, answered, clear, caret, unticked, asking, sending, refusals, repeats, moving, remember, opened, overlaid, hanging, aside, nested: (n) => !!layerAround(n), exits, stay, untick, switchOn, reachable, said, press, at, framed, lies, locate, names, invalid, agrees, scrollIn, adopt, hears, sparing,
    selector: (node) => (pure(node).nodeType === Node.ELEMENT_NODE ? selector(node) : pure(node).nodeName === '#document' ? 'document' : ''),
    answersBeside,
    release: () => { held = []; },
    guard: (on) => { slussGuard.on = on; },
    kind: () => page.contentType,
    empty: () => /html/.test(page.contentType) && !!page.body && ![...deep(page.body)].some((e) => visible(e) && isPainted(e)),
    lang: () => page.documentElement.lang,
    onlyFrames: () => page.body?.localName === 'frameset' || (all('iframe').some(visible) && !page.body?.innerText.trim() && all('body *').every((e) => is(e, 'iframe,script,style,noscript,br') || !visible(e) || !!pure(e).querySelector('iframe'))),
    came: () => location.protocol !== 'chrome-error:' && (performance.getEntriesByType('navigation')[0]?.responseStatus || 0) < 400,
    submitted: () => slussGuard.take('submitted', 0),
    prevented: () => slussGuard.take('prevented', []).map(selector),
  };
})();
