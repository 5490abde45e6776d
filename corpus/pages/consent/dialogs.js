// Emulated consent dialogs: own markup with the element names and the few functions that visitors' scripts know the
// vendors' dialogs by. `?d=name` shows one; its answer is sent to the service.
'use strict';
{
  const own = new URLSearchParams(location.search);
  const name = own.get('d');
  const answered = (how) => {
    document.querySelectorAll('[data-dialog]').forEach((e) => e.remove());
    fetch('{{APP}}/consent?d=' + name, { method: 'POST', body: how, mode: 'no-cors' });
  };
  const show = (html, root = document.body) => {
    const dialog = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
    root.append(dialog);
    if (root === document.body) dialog.dataset.dialog = '';
    dialog.addEventListener('click', (event) => {
      const how = event.target.dataset.a;
      if (how) answered(how);
    });
    return dialog;
  };
  const two = (accept, reject, words = ['Accept', 'Reject']) =>
    `<button type="button" ${accept} data-a="accept">${words[0]}</button> <button type="button" ${reject} data-a="reject">${words[1]}</button>`;
  // Settings first, then switches, then saving: what is still switched on counts.
  const settings = (dialog, open, panel, save) => {
    dialog.querySelector(open).addEventListener('click', () => { dialog.querySelector(panel).hidden = false; });
    dialog.querySelector(save).addEventListener('click', () => answered(dialog.querySelector('input:checked') ? 'accept' : 'reject'));
  };
  // A box without a telling name that shows one layer after the other; its buttons are what `element` says.
  const layered = (first, second, element = 'button', checked = '') => {
    const box = show('<div class="q1" style="position:fixed;left:0;bottom:0;background:#fff"></div>');
    const fill = (text, words, ends) => {
      box.innerHTML = `<p>${text}</p>` + words.map((w) => `<${element}>${w}</${element}>`).join(' ');
      [...box.querySelectorAll(element)].forEach((e, i) => e.addEventListener('click', () => ends[i]()));
    };
    const end = (how) => () => answered(how);
    const back = () => fill(...first, [end('accept'), next]);
    const next = () => fill(...second, checked
      ? [() => answered(box.querySelector('input:checked:enabled') ? 'accept' : 'reject'), back] : [end('reject'), end('accept')]);
    back();
  };
  const dialogs = {
    'second-layer': () => layered(['Käytämme evästeitä palvelun kehittämiseen.', ['Hyväksy kaikki', 'Asetukset']],
      ['Valitse, mitä evästeitä saamme käyttää.', ['Vain välttämättömät', 'Hyväksy kaikki']]),
    'second-layer-saves': () => layered(['Vi använder kakor för statistik.', ['Godkänn alla', 'Anpassa']],
      ['Vad tillåter du? <input type="checkbox" checked disabled> Nödvändiga <input type="checkbox" checked> Statistik', ['Spara mina val', 'Tillbaka']],
      'button', 'checked'),
    toggles: () => {
      const box = show(`<div class="q2" style="position:fixed;left:0;bottom:0"><p>Vi använder kakor.</p>
        <label><input type="checkbox" checked disabled>Nödvändiga</label><label><input type="checkbox" checked>Nödvändiga för driften</label>
        <label><input type="checkbox" class="some" checked>Statistik</label>
        <button>Spara val</button> <button data-a="accept">Acceptera alla</button></div>`);
      box.querySelector('button').addEventListener('click', () => answered(box.querySelector('.some').checked ? 'accept' : 'reject'));
    },
    'three-layers': () => {
      const box = show(`<div class="q3" style="position:fixed;left:0;bottom:0"><div><p>Vi använder kakor.</p>
        <button data-a="accept">OK</button><a href="#">Inställningar</a></div>
        <div hidden><button>Ändamål</button><button>Leverantörer</button></div>
        <div hidden><label><input type="radio" name="m" value="1" checked>På</label><label><input type="radio" name="m" value="0">Av</label> marknadsföring
        <button class="save">Spara</button></div></div>`);
      const turn = (n) => [...box.children].forEach((layer, i) => { layer.hidden = i !== n; });
      box.querySelector('a').addEventListener('click', (event) => { event.preventDefault(); turn(1); });
      box.children[1].firstElementChild.addEventListener('click', () => turn(2));
      box.querySelector('.save').addEventListener('click', () => answered(box.querySelector(':checked').value === '0' ? 'reject' : 'accept'));
    },
    unwilling: () => show(`<div class="q4" style="position:fixed;left:0;bottom:0"><p>Käytämme evästeitä.</p>
      <div style="cursor:pointer" data-a="accept">Selvä</div><div style="cursor:pointer" data-a="reject">En halua</div></div>`),
    srcdoc: () => {
      window.answered = answered;
      const frame = show('<iframe style="position:fixed;left:0;bottom:0;width:600px;height:150px"></iframe>');
      frame.srcdoc = `<p>Vi använder kakor på webbplatsen.</p><button onclick="parent.answered('accept')">Jag godkänner</button>
        <button onclick="parent.answered('reject')">Jag avböjer</button>`;
    },
    'only-heard': () => layered(['Vi bruger cookies til statistik.', ['Accepter alle', 'Indstillinger']],
      ['Hvad må vi?', ['Kun nødvendige', 'Accepter alle']], 'div'),
    onetrust: () => show(`<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="alertdialog">We value your privacy
      ${two('id="onetrust-accept-btn-handler"', 'id="onetrust-reject-all-handler"')}</div></div>`),
    'onetrust-settings': () => settings(show(`<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk">We value your privacy
      <button type="button" id="onetrust-accept-btn-handler" data-a="accept">Accept</button>
      <button type="button" id="onetrust-pc-btn-handler">More</button></div>
      <div id="onetrust-pc-sdk" hidden><input type="checkbox" class="category-switch-handler" checked>
      <button type="button" class="save-preference-btn-handler">Confirm my choices</button></div></div>`),
    '#onetrust-pc-btn-handler', '#onetrust-pc-sdk', '.save-preference-btn-handler'),
    cookiebot: () => {
      window.Cookiebot = { hasResponse: false, dialog: { visible: true }, withdraw: () => answered('reject'), hide: () => {} };
      show(`<div id="CybotCookiebotDialog">This website uses things
        <button type="button" id="CybotCookiebotDialogBodyButtonAccept" data-a="accept">Fine</button>
        <button type="button" id="CybotCookiebotDialogBodyButtonDetails">Details</button></div>`);
    },
    didomi: () => {
      window.Didomi = { setUserDisagreeToAll: () => answered('reject') };
      show(`<div id="didomi-host"><div id="didomi-popup" class="didomi-popup-container">Your choice
        <button type="button" id="didomi-notice-agree-button" data-a="accept">Fine</button>
        <button type="button" id="didomi-notice-learn-more-button">More</button></div></div>`);
    },
    usercentrics: () => {
      window.UC_UI = { closeCMP: () => true, acceptAllConsents: () => { answered('accept'); return true; }, areAllConsentsAccepted: () => true };
      const host = show('<div id="usercentrics-root" style="display:block"></div>');
      show(`<div data-testid="uc-container">Settings ${two('data-testid="uc-accept-all-button"', 'data-testid="uc-deny-all-button"')}</div>`,
        host.attachShadow({ mode: 'open' }));
    },
    quantcast: () => show(`<div id="qc-cmp2-container"><div id="qc-cmp2-ui">We value you <div class="qc-cmp2-summary-buttons">
      <button type="button" mode="secondary">MORE OPTIONS</button><button type="button" mode="secondary" data-a="reject">DISAGREE</button>
      <button type="button" mode="primary" data-a="accept">AGREE</button></div></div></div>`),
    cookieyes: () => show(`<div class="cky-consent-container">We care ${two('data-cky-tag="accept-button"', 'data-cky-tag="reject-button"')}</div>`),
    complianz: () => show(`<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner">Manage
      ${two('class="cmplz-btn cmplz-accept"', 'class="cmplz-btn cmplz-deny"')}</div></div>`),
    klaro: () => show(`<div class="klaro"><div class="cookie-notice">Hi! ${two('class="cm-btn cm-btn-success"', 'class="cn-decline"', ['Good', 'No'])}</div></div>`),
    trustarc: () => show(`<div id="truste-consent-track" style="display:block"><div id="truste-consent-content">Choices
      ${two('id="truste-consent-button"', 'id="truste-consent-required"')}</div></div>`),
    tarteaucitron: () => show(`<div id="tarteaucitronRoot"><div id="tarteaucitronAlertBig" style="display:block">Services
      ${two('id="tarteaucitronPersonalize2"', 'id="tarteaucitronAllDenied2"', ['OK', 'Deny'])}</div></div>`),
    osano: () => {
      window.Osano = { cm: { dialogOpen: true } };
      show(`<div class="osano-cm-window"><div class="osano-cm-dialog">Storage ${two('class="osano-cm-accept-all"', 'class="osano-cm-denyAll"')}</div></div>`);
    },
    'cookie-information': () => {
      window.CookieInformation = { declineAllCategories: () => answered('reject'), submitAllCategories: () => answered('accept') };
      show('<div id="cookie-information-template-wrapper">Vi ber om lov <button type="button" id="coiPage-1">Visa</button></div>');
    },
    iubenda: () => show(`<div id="iubenda-cs-banner">Notice ${two('class="iubenda-cs-accept-btn"', 'class="iubenda-cs-reject-btn"')}</div>`),
    'funding-choices': () => show(`<div class="fc-consent-root"><div class="fc-dialog-container">Data
      ${two('class="fc-cta-consent"', 'class="fc-cta-do-not-consent"')}</div></div>`),
    'cookie-script': () => show(`<div id="cookiescript_injected">Cookies
      <div role="button" id="cookiescript_accept" data-a="accept">Fine</div> <div role="button" id="cookiescript_reject" data-a="reject">Nope</div></div>`),
    // In a frame of another host, whose answer goes out from there.
    sourcepoint: () => show('<div id="sp_message_container_1"><iframe title="message" width="600" height="300" src="{{SINK}}/index.html?message_id=1&d=sourcepoint"></iframe></div>'),
    // Nobody's library knows these: by their words.
    swedish: () => show(`<div class="kakruta" role="dialog" aria-label="Kakor på vår webbplats">Vi använder kakor
      ${two('', '', ['Godkänn alla kakor', 'Bara nödvändiga kakor'])}</div>`),
    // Made by hand, and only its sentence says what it is about.
    'by-hand': () => show(`<div class="kr-7" style="position:fixed;bottom:0"><p>Vi använder kakor för att mäta hur webbplatsen används.</p>
      <a href="#" data-a="accept">Jag förstår, tillåt allt</a> <a href="#" data-a="reject">Nej, bara det som behövs</a></div>`),
    'finnish-late': () => setTimeout(() => show(`<div class="evaste-ilmoitus" role="dialog">Käytämme evästeitä
      ${two('', '', ['Hyväksy kaikki', 'Vain välttämättömät'])}</div>`), 1800),
    framed: () => show(`<div><iframe title="cookies" srcdoc="&lt;body&gt;&lt;script src='/dialogs.js?d=in-frame'&gt;&lt;/script&gt;"></iframe></div>`),
    closed: () => {
      customElements.define('own-consent', class extends HTMLElement {
        connectedCallback() {
          show(`<div class="cookie-box">Cookies ${two('', '', ['Accept all', 'Only necessary'])}</div>`, this.attachShadow({ mode: 'closed' }));
        }
      });
      document.body.append(document.createElement('own-consent'));
    },
    // In the words of the Transparency and Consent Framework, which says nothing of cookies.
    tcf: () => {
      const box = show(`<div class="q5" style="position:fixed;bottom:0"><div><p>We value your privacy. We and our 812 partners store information on your device.</p>
        <button data-a="accept">Agree</button><button>Manage options</button></div>
        <div hidden><button>Legitimate interest</button><div role="switch" aria-checked="true" tabindex="0">Ads</div><button>Confirm choices</button></div></div>`);
      const [more, , save] = [...box.querySelectorAll('button:not([data-a])')];
      const ads = box.querySelector('[role=switch]');
      more.addEventListener('click', () => { box.children[0].hidden = true; box.children[1].hidden = false; });
      ads.addEventListener('click', () => ads.setAttribute('aria-checked', String(ads.getAttribute('aria-checked') !== 'true')));
      save.addEventListener('click', () => answered(ads.getAttribute('aria-checked') === 'true' ? 'accept' : 'reject'));
    },
    casual: () => show(`<div class="q6" style="position:fixed;bottom:0"><p>Kakor hjälper oss förstå hur sidan används.</p>
      <button data-a="accept">Låter bra</button><button data-a="reject">Nej tack, bara det viktigaste</button></div>`),
    fitting: () => show(`<div class="q7" style="position:fixed;bottom:0"><p>Käytämme evästeitä sivuston kehittämiseen.</p>
      <button data-a="accept">Sopii</button><a href="#" data-a="reject">Jatka hyväksymättä</a></div>`),
    'only-saves': () => {
      const box = show(`<div class="q8" style="position:fixed;bottom:0"><p>Kakor: vilka får vi sätta?</p>
        <label><input type="checkbox" disabled checked>Nödvändiga</label><label><input type="checkbox" class="some" checked>Statistik</label>
        <label><input type="checkbox" class="some">Annonser</label><button>Spara mina val</button></div>`);
      const some = [...box.querySelectorAll('.some')];
      box.querySelector('button').addEventListener('click', () => answered(some.every((e) => e.checked) ? 'accept' : some.some((e) => e.checked) ? 'both' : 'reject'));
    },
    // A page of its own, whose answers stand in forms by themselves.
    wall: () => {
      document.body.innerHTML = `<h1>Innan du fortsätter</h1><p>Vi använder kakor för att mäta och annonsera.</p>
        <form data-a="reject"><button>Avvisa alla</button></form><form data-a="accept"><button>Godkänn alla</button></form><p><a href="#om">Om kakor</a></p>`;
      document.querySelectorAll('form').forEach((form) => form.addEventListener('submit', (event) => { event.preventDefault(); answered(form.dataset.a); }));
    },
    // Can only be accepted: a refusal is not to be had.
    'accept-only': () => show('<div class="cookie-bar">We use cookies <button type="button" data-a="accept">OK</button></div>'),
  };
  const inFrame = (document.currentScript.src.split('?')[1] || '') === 'd=in-frame';
  if (inFrame) {
    show(`<div class="cookie-dialog">Kakor ${two('', '', ['Acceptera', 'Avvisa'])}</div>`).addEventListener('click', (event) => {
      if (event.target.dataset.a) fetch('{{APP}}/consent?d=framed', { method: 'POST', body: event.target.dataset.a, mode: 'no-cors' });
    });
  } else if (own.get('message_id')) {
    show(`<div class="message">Your data ${two('class="sp_choice_type_11"', 'class="sp_choice_type_13"')}</div>`);
  } else if (dialogs[name]) dialogs[name]();
}
