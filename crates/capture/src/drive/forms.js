// What a form asks beside what is typed, what it says when it refuses, and what lies open over it.

// Boxes to tick, and groups of which one is chosen. What is drawn by a label or by an element around it counts as seen.
const BOXES = 'input[type=checkbox],[role=checkbox],[role=switch]';
// Drawn by a script: they are ticked, and not pressed for what they may do beside that.
const ROLED = '[role=checkbox],[role=switch],[role=radio]';
const CHOICES = 'input[type=radio],[role=radio]';
const isOn = (e) => e.checked === true || e.getAttribute('aria-checked') === 'true';
const isAble = (e) => !e.disabled && e.getAttribute('aria-disabled') !== 'true';
const isDrawn = (e) => visible(e) || [...(e.labels || [])].some(visible) || (!!e.parentElement && visible(e.parentElement));
const calledBy = (e) => {
  const host = e.getRootNode().host;
  return text([e, host].filter(Boolean).flatMap(labelsOf).map((l) => l.textContent).join(' ') || byIds(e, 'aria-labelledby') || e.getAttribute('aria-label')
    || (host && host.textContent) || e.textContent || after(e) || before(e));
};
// Switches beside a button that saves are switched on, all of them; where answers stand beside them, nobody knows which is which.
const OFF = 'input[type=checkbox]:not(:checked):enabled,[role=switch]:not([aria-checked=true],[aria-disabled=true],:disabled),[role=checkbox]:not([aria-checked=true],[aria-disabled=true],:disabled)';
const switchOn = (n) => {
  for (let e = held[n]; e && e !== edge(); e = up(e)) {
    if (!all(SWITCHES, e).length) continue;
    if (all(CHOICES, e).length) return null;
    all(OFF, e).forEach((one) => one.click());
    return all(OFF, e).length;
  }
  return null;
};
const innermost = (found) => found.filter((e) => !found.some((o) => o !== e && inside(o, e)));
// An input in an element that says whether it is ticked is a copy.
const telling = (found) => found.filter((e) => e.localName !== 'input' || !found.some((o) => o !== e && o.hasAttribute('aria-checked') && inside(e, o)));
// Fields of no form have what stands in the part of the page they lie in.
const SECTION = 'section,main,article,dialog,[role=dialog],[role=region]';
const besideFields = (e) => !!(e.closest(SECTION) || page.body).querySelector(TYPED);
const unticked = (form, n) => {
  const button = held[n];
  const beside = (e) => !!button && inside(e, button.closest(SECTION) || page.body);
  const here = (selector) => innermost(telling(all(selector))).filter((e) => formOf(e) === form && (form || besideFields(e) || beside(e)));
  const groups = new Map();
  const group = (e) => e.name || e.closest('[role=radiogroup]') || e.parentElement;
  for (const one of here(CHOICES)) groups.set(group(one), [...(groups.get(group(one)) || []), one]);
  const first = [...groups.values()].filter((g) => !g.some(isOn)).map((g) => g.find((e) => isAble(e) && isDrawn(e))).filter(Boolean);
  // A copy for the form's sake, which nobody sees, follows the one that is drawn.
  const isCopy = (e) => e.getAttribute('aria-hidden') === 'true' && !!e.parentElement?.querySelector(':scope > [role=checkbox],:scope > [role=switch]');
  const boxes = here(BOXES).filter((e) => !isOn(e) && !isCopy(e) && isAble(e) && isDrawn(e));
  const told = (e, choice) => ({ n: hold(e), text: calledBy(e), form, submits: false, link: false, selector: selector(e), around: around(e),
    ...notice(e, new Map()), needed: choice || e.required === true || e.getAttribute('aria-required') === 'true' });
  return [...first.map((e) => told(e, true)), ...boxes.map((e) => told(e, false))];
};

// What a button stands under: the heading before it, and the name of what there is to choose beside it. Steps that look alike ask
// different questions.
const HEADINGS = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
const asksAt = (e, headings) => {
  const before = headings.filter((h) => h.getRootNode() === e.getRootNode() && h.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const choice = (e.closest(SECTION) || page.body)?.querySelector(CHOICES);
  return text([before?.textContent, choice?.name].filter(Boolean).join(' '));
};
// Whether an answer is to be chosen beside a button: of a group, or one of several buttons that are alike.
const LEAST_ALIKE = 3;
const kindOf = (e) => [e.localName, e.className, up(e)?.localName, up(e)?.className].join(' ');
const isLike = (e) => !is(e, SUBMITS) && !e.closest(ASIDE) && !isLink(e) && text(e.textContent).length <= 40 && formOf(e) === '';
const answersBeside = (n) => {
  const root = held[n].closest(SECTION) || page.body;
  if (telling(all(CHOICES, root)).some(isDrawn)) return true;
  const alike = new Map();
  for (const e of all('button,[role=button]', root).filter((e) => e !== held[n] && visible(e) && isLike(e))) {
    alike.set(kindOf(e), (alike.get(kindOf(e)) || 0) + 1);
  }
  return [...alike.values()].some((count) => count >= LEAST_ALIKE);
};

// What a field asks for, by the name that stays the same however its page is come to; one that is counted on says less than its label.
// Of answers, whose labels are the same for many questions, the name tells the question.
const KEYS = /^(email|tel|url|number|date|file)$/;
const askedBy = (e) => {
  const name = e.getAttribute('name') || '';
  const said = labels(e) || e.placeholder;
  const asked = ((is(e, CHOICES) || !/\d/.test(name)) && name) || (said && name.replace(/\d+/g, '#') + said) || name || (!LOT.test(e.id) && e.id) || '';
  return KEYS.test(e.type) ? e.type + ' ' + asked : asked;
};
// The path a form is sent to. A page sends it to itself where it says nothing, and a framework's own word (`javascript:`) is none.
const goesTo = (form) => {
  const action = pure(form).getAttribute('action') || '';
  const path = /^\s*javascript:/i.test(action) ? '' : action.split(/[?#;]/)[0];
  try { const to = new URL(path, page.baseURI); return to.origin + to.pathname === location.origin + location.pathname ? '' : path; } catch { return path; }
};
// What tells a form from another that stands in its place: what it asks for, what it carries, what its buttons say, where it goes.
const contents = (form, known) => {
  if (!form || known.has(form)) return known.get(form) || null;
  const own = [...pure(form).elements].filter((e) => e.localName !== 'fieldset' && e.localName !== 'output');
  const sends = (e) => e.localName === 'button' || /^(submit|button|image|reset)$/.test(e.type);
  const asks = own.filter((e) => !sends(e) && e.type !== 'hidden' && isDrawn(e)).map(askedBy);
  const found = { asks, carries: own.filter((e) => e.type === 'hidden' && !e.name.startsWith('$ACTION_')).map((e) => e.name),
    says: all(SUBMITS, form).map((e) => text(e.innerText || e.value || e.alt)), action: goesTo(form) };
  known.set(form, found);
  return found;
};

// Fields that no button is marked to send: of no form, or of one without a submitter. What stands in the same block is what sends them.
const ASIDE = 'nav,header,footer,[role=navigation],[role=banner],[role=contentinfo]';
const loose = () => {
  const marked = new Set([...deep(document)].filter(submits).map(formAround));
  const blocks = new Map();
  for (const field of all(FIELDS + ',' + CHOOSERS).filter((e) => (is(e, FIELDS) ? !SILENT.test(e.type || '') && !e.disabled : chooses(e)) && visible(e))) {
    const form = formAround(field);
    if (form && marked.has(form)) continue;
    const one = { form, name: form ? '' : askedBy(field) };
    for (let e = up(field); e; e = up(e)) {
      if (!blocks.has(e)) blocks.set(e, { n: blocks.size, fields: [] });
      blocks.get(e).fields.push(one);
    }
  }
  return blocks;
};
const sent = (element, forms, blocks) => {
  const form = formAround(element);
  for (let e = up(element); e; e = up(e)) {
    const fields = blocks.get(e)?.fields.filter((f) => f.form === form) || [];
    if (fields.length) {
      return { block: blocks.get(e).n,
        contents: contents(form, forms) || { asks: fields.map((f) => f.name), carries: [], says: [text(element.innerText || element.value)], action: '' } };
    }
    if (is(e, ASIDE)) break;
  }
  return { contents: contents(form, forms) };
};

// An entry of the list that fits no form here may be a slip of the pen: it spares what is called nearly so. Numbers tell
// forms apart.
const slips = (one, other) => {
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i += 1) {
    const now = [i + 1];
    for (let j = 0; j < other.length; j += 1) now.push(Math.min(now[j] + 1, before[j + 1] + 1, before[j] + (one[i] === other[j] ? 0 : 1)));
    before = now;
  }
  return before.at(-1);
};
const isNear = (one, other) => one.length > 3 && one.replace(/\D/g, '') === other.replace(/\D/g, '') && slips(one, other) <= (one.length < 6 ? 1 : 2);
const pathOf = (url) => { try { return new URL(url, page.baseURI).pathname; } catch { return ''; } };
const nearlySpared = (found) => {
  if (!found || !SPARED.length) return '';
  const form = pure(found);
  const names = [form.id, form.getAttribute('name') || '', ...form.classList].map((name) => name.toLowerCase());
  const paths = [location.href, form.getAttribute('action') || ''].map(pathOf);
  const near = (one) => (one.startsWith('/') ? paths.some((path) => isNear(one, path))
    : names.some((name) => isNear((one.toLowerCase().match(/[\p{L}\d_-]+(?=[^\p{L}\d_-]*$)/u) || [''])[0], name)));
  return SPARED.find((one) => near(one) && !all('form').some((other) => spares(one, other))) || '';
};

// What could be typed, and the form it stands in.
const asking = () => all(FIELDS + ',' + CHOOSERS).filter((e) => !SILENT.test(e.type || '') && !e.disabled && visible(e))
  .map((e) => ({ form: formOf(e), field: selector(e) }));

// What sends a form: its own button, or one drawn by a custom element that says so.
const submits = (element) => {
  const e = pure(element);
  if (e.form) return e.matches(SUBMITS);
  const custom = e.localName.includes('-') ? e : e.getRootNode().host;
  // One that stands outside of its form names it, and sends it unless it says otherwise.
  const sends = !!custom && (custom.getAttribute('type') === 'submit' || (!custom.hasAttribute('type') && !!formNamed(custom)));
  return sends && (custom === e || e.matches('button,a,input')) && !!formOf(element);
};
const submitters = (form) => (form ? [...deep(document)].filter((e) => submits(e) && formOf(e) === form) : []);
const isShut = (e) => e.disabled || e.getAttribute('aria-disabled') === 'true' || !!e.getRootNode().host?.hasAttribute('disabled');
// How a filled form can go out: how many buttons send it, which of them are shut, and its last field that hears Enter.
const sending = (form) => {
  const found = submitters(form);
  const typed = form ? all('input', document).filter((e) => formOf(e) === form && !SILENT.test(e.type) && e.type !== 'file' && visible(e)) : [];
  return { buttons: found.length, shut: found.filter((e) => isShut(e) && visible(e)).map(selector),
    last: typed.length ? { n: hold(typed.at(-1)), selector: selector(typed.at(-1)), contents: contents(formAround(typed.at(-1)), new Map()) } : null };
};
// Which fields of a form the page calls wrong, and how long its alerts are: not what they say, which may repeat what was typed.
const refusals = (form) => {
  const root = form ? query(form) : document;
  const wrong = (e) => e.getAttribute('aria-invalid') === 'true' || (descriptions.has(e) && !!describing(e) && describing(e) !== descriptions.get(e)) || (!!form && !!e.willValidate && !e.validity.valid && !pure(e.form)?.noValidate);
  const marked = root ? all(FIELDS + ',' + BOXES + ',' + CHOICES, root).filter((e) => wrong(e) && isDrawn(e)) : [];
  const alerts = all('[role=alert],[aria-live=assertive]').filter(visible);
  return { fields: [...new Set(marked.map(selector))].slice(0, 5), alert: alerts.reduce((sum, e) => sum + text(e.textContent, 1000).length, 0) };
};

// How many of some values the page shows: a summary of what was filled in has them.
const repeats = (values) => { const said = text(page.body?.innerText, 1e6); return values.filter((value) => said.includes(text(value))).length; };

// What a click into a field makes appear: the days of a calendar, the entries of a list.
const ONE_OF = '[role=option],[role=radio],[role=menuitemradio]';
const ENTRIES = '[role=option],[role=gridcell],td,button,a,li,span,div,label';
const isOne = (e) => e.matches(ONE_OF) || (e.localName === 'label' && !!e.control?.matches(ONE_OF));
const DAY = /^(\d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})$/;
const entries = () => new Set(all(ENTRIES).filter(visible));
// A calendar may draw the months around the one that it shows.
const seen = (days) => { const on = days.filter((e) => inside(hitAt(pointIn(e.getBoundingClientRect())), e)); return on.length ? on : days; };
// An entry, or what holds only it, is called disabled; what holds others too may be called so for something else (`p-ripple-disabled`).
const isOff = (e) => is(e, '[class*=disabled]') || (!!e.parentElement && e.parentElement.childElementCount === 1 && isOff(e.parentElement));
let shown = new Set();
const watch = () => { shown = entries(); };
const entry = (n) => {
  const open = [...entries()].filter((e) => !e.disabled && !e.closest('[aria-disabled=true]') && !isOff(e));
  const offer = (before) => {
    const fresh = open.filter((e) => !before.has(e));
    const days = fresh.filter((e) => DAY.test(text(e.innerText)));
    if (days.length) return seen(days.filter((e) => !days.some((o) => o !== e && e.contains(o))));
    const options = fresh.filter(isOne);
    if (options.length) return options;
    const called = fresh.filter((e) => /(^|[-_\s])option($|[-_\s])/.test(e.getAttribute('class') || ''));
    // What is called nothing at all is an entry among its like.
    return called.length || !chooses(held[n]) ? called : fresh.filter((e) => !e.matches('button,a') && fresh.some((o) => o !== e && o.parentElement === e.parentElement && o.localName === e.localName && o.className === e.className));
  };
  // Some open as soon as they have the focus, which they had when they were asked whether they take keys.
  const found = [shown, unopened.get(held[n]) || shown].map(offer).find((one) => one.length);
  // Neither the first days, which may be of the month before, nor the last.
  return found ? hold(found[Math.floor((found.length * 2) / 3)]) : null;
};

// What a field shows of its answer: the words and values of the block that holds no other field, without what is told beside it.
const TOLD = '[role=alert],[aria-live],[role=listbox],[role=dialog],[role=menu]';
const shows = (n) => {
  let at = held[n];
  for (let next = up(at), i = 0; next && i < 4 && !is(next, 'form,fieldset,section,body'); next = up(next), i += 1) {
    if (all(FILLED, next).some((f) => visible(f) && !inside(f, at))) break;
    at = next;
  }
  const told = all(TOLD, at).filter((e) => e !== held[n]);
  return [...deep(at)].filter((e) => !told.some((o) => inside(e, o)))
    .map((e) => [...pure(e).childNodes].filter((c) => c.nodeType === Node.TEXT_NODE).map((c) => text(c.data)).join('') + (is(e, FIELDS) ? e.value || '' : '')).join('\n');
};
const answered = (n, before) => shows(n) !== before && held[n]?.getAttribute('aria-invalid') !== 'true';

// What opens over the page or hangs from a button. What lay open before a press is no doing of the press.
const LAYERS = 'dialog[open],[role=dialog],[role=alertdialog],[role=listbox],[role=menu],[role=tree],[aria-modal=true],[popover]';
const lying = () => all(LAYERS).filter((e) => visible(e) && (!is(e, '[popover]') || is(e, ':popover-open')));
let lain = new Set();
const ours = new Set();
// What is told beside each field before a press: what stands there in its place afterwards tells what is wrong.
const describing = (e) => byIds(e, 'aria-describedby') + byIds(e, 'aria-errormessage');
let descriptions = new Map();
const remember = () => { lain = new Set(lying()); descriptions = new Map(all(FIELDS).map((e) => [e, describing(e)])); };
let newest = [];
const opened = () => {
  const fresh = lying().filter((e) => !lain.has(e));
  if (fresh.length) newest = fresh;
  fresh.forEach((e) => ours.add(e));
  return fresh.length;
};
// A layer that lies around an element, and what was opened last and still hangs in or over it.
const layerAround = (n) => lying().reverse().find((layer) => !newest.includes(layer) && !is(layer, '[role=listbox],[role=menu],[role=tree]') && inside(held[n], layer));
const hanging = () => lying().filter((e) => newest.includes(e)).length;
// Where a click beside what was opened does nothing else: on words of the layer around it.
const aside = (n) => {
  const layer = layerAround(n);
  const idle = (e) => visible(e) && !newest.some((one) => inside(e, one)) && !e.closest('a,button,summary,[role=button],[onclick]') && inside(hitAt(pointIn(e.getBoundingClientRect())), e);
  const found = layer && (all('h1,h2,h3,h4,h5,h6,legend,p', layer).find(idle) || all('label', layer).find((e) => idle(e) && !!e.control && is(e.control, TYPED)));
  return found ? hold(found) : null;
};
const overlaid = () => lying().filter((e) => ours.has(e)).length;
const moving = () => [page, ...[...deep(document)].map(shadowOf).filter(Boolean)].flatMap((root) => root.getAnimations()).some((a) => a.playState === 'running' && a.effect?.getComputedTiming().endTime !== Infinity);
const exits = () => {
  const lie = lying().filter((e) => ours.has(e));
  const found = !hanging() || lie.every((e) => newest.includes(e)) ? lie : lie.filter((e) => newest.includes(e));
  return described([...deep(document)].filter((e) => is(e, BUTTONS) && !is(e, ONE_OF) && found.some((layer) => inside(e, layer))));
};

// A link that only does what its listener does is a button; while this is on, no other link leads anywhere.
let staying = false;
addEventListener('click', (event) => { if (staying && !event.defaultPrevented) event.preventDefault(); });
const stay = (on) => { staying = on; };
