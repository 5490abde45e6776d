/* Emulated advertising pixel of the Sluss lab: own work, written from public descriptions of the wire format
   (keys, switches, normalisation), not from a vendor's script. It sends to the lab's own receiver only. */
(function (window, document) {
  "use strict";
  var fbq = window.fbq;
  if (!fbq || fbq.version) return;

  var RECEIVER = "__RECEIVER__";
  var LONGEST_GET = 2048;
  var STORED = "_pxmatch";
  var scriptHost = new URL(document.currentScript.src).origin;

  // ---- SHA-256 (FIPS 180-4), synchronous: a click that leaves the page must not wait for a promise ----

  var ROUND = [], START = [];
  (function constants() {
    function fraction(x) { return ((x - Math.floor(x)) * 4294967296) | 0; }
    for (var n = 2; ROUND.length < 64; n++) {
      var prime = true;
      for (var d = 2; d * d <= n; d++) if (n % d === 0) { prime = false; break; }
      if (!prime) continue;
      if (START.length < 8) START.push(fraction(Math.sqrt(n)));
      ROUND.push(fraction(Math.cbrt(n)));
    }
  })();

  function rotate(x, by) { return (x >>> by) | (x << (32 - by)); }

  function padded(bytes) {
    var out = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64);
    out.set(bytes);
    out[bytes.length] = 0x80;
    new DataView(out.buffer).setUint32(out.length - 4, bytes.length * 8);
    return new DataView(out.buffer);
  }

  function block(data, at, state) {
    var w = [], i;
    for (i = 0; i < 16; i++) w[i] = data.getInt32(at + i * 4);
    for (; i < 64; i++) {
      var s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      var s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    var v = state.slice();
    for (i = 0; i < 64; i++) {
      var e = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
      var t1 = (v[7] + e + ((v[4] & v[5]) ^ (~v[4] & v[6])) + ROUND[i] + w[i]) | 0;
      var a = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
      var t2 = (a + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]))) | 0;
      v = [(t1 + t2) | 0, v[0], v[1], v[2], (v[3] + t1) | 0, v[4], v[5], v[6]];
    }
    return state.map(function (word, k) { return (word + v[k]) | 0; });
  }

  function sha256(text) {
    var data = padded(new TextEncoder().encode(text)), state = START.slice();
    for (var at = 0; at < data.byteLength; at += 64) state = block(data, at, state);
    return state.map(function (word) { return (word >>> 0).toString(16).padStart(8, "0"); }).join("");
  }

  // ---- normalisation, as the vendor's (wire-formats.md, Meta) ----

  function letters(value) { return value.trim().toLowerCase().replace(/[\s\p{P}\p{S}]/gu, ""); }
  function latin(value) { return value.trim().toLowerCase().replace(/[^a-z0-9]/g, ""); }

  var normalise = {
    em: function (v) { v = v.trim().toLowerCase(); return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v) ? v : ""; },
    ph: function (v) { return v.replace(/[-@#<>'",;()+\s]|[a-z]/gi, "").replace(/^0+/, ""); },
    fn: letters,
    ln: letters,
    ct: latin,
    st: function (v) { return latin(v).slice(0, 2); },
    zp: function (v) { return v.trim().toLowerCase().split("-")[0]; },
    ge: function (v) { return letters(v).slice(0, 1); },
    db: function (v) { return v.replace(/\D/g, ""); },
    country: function (v) { return latin(v).slice(0, 2); },
    external_id: function (v) { return v.trim().toLowerCase(); }
  };

  // ---- which field holds what: by words in id, name and placeholder, hidden fields too ----

  var EXCLUDED = /ssn|card|cvv|cvc|security|social|pass|pin-?code/;
  var WORDS = [
    ["em", /e-?mail|\bmail/],
    ["ph", /phone|mobile|contact|\btel/],
    ["fn", /first|fname|given|forename/],
    ["ln", /last|lname|family|surname/],
    ["db", /birth|\bdob\b/],
    ["ge", /gender|\bsex\b/],
    ["zp", /zip|postal|postcode/],
    ["ct", /city|\btown/],
    ["st", /state|province/],
    ["country", /country/]
  ];

  function keyOf(field) {
    var told = [field.id, field.name, field.placeholder].join(" ").toLowerCase();
    if (field.type === "password" || EXCLUDED.test(told)) return null;
    if (field.type === "email" || normalise.em(field.value)) return "em";
    if (field.type === "tel") return "ph";
    for (var i = 0; i < WORDS.length; i++) if (WORDS[i][1].test(told)) return WORDS[i][0];
    return null;
  }

  function fieldsOf(root) {
    return Array.prototype.filter.call(root.querySelectorAll("input,select,textarea"), function (field) {
      return !/^(submit|button|image|reset|checkbox|radio|file)$/.test(field.type);
    });
  }

  function collect(root, wanted) {
    var found = {};
    fieldsOf(root).forEach(function (field) {
      var key = field.value && keyOf(field);
      if (!key || found[key] || wanted.indexOf(key) < 0) return;
      var value = normalise[key](field.value);
      if (value) found[key] = sha256(value);
    });
    return found;
  }

  // ---- the hashed keys rest in the visitor's browser between pages ----

  // The newest form wins whole: to the receiver it looks as if the visitor had changed their contact details.
  function remember(keys) {
    if (!Object.keys(keys).length) return;
    try { sessionStorage.setItem(STORED, JSON.stringify(keys)); } catch (e) { /* no storage */ }
  }
  function recall() {
    try { return JSON.parse(sessionStorage.getItem(STORED)) || {}; } catch (e) { return {}; }
  }

  function browserId() {
    var found = /(?:^|; )_fbp=([^;]+)/.exec(document.cookie);
    if (found) return found[1];
    var made = "fb.1." + Date.now() + "." + Math.floor(Math.random() * 1e10);
    document.cookie = "_fbp=" + made + "; path=/; max-age=7776000; SameSite=Lax; Secure";
    return made;
  }

  // ---- sending: an image for what is short, a form or a beacon for what is long ----

  var pending = [];
  function send(fields, leaving) {
    var url = RECEIVER + "?" + new URLSearchParams(fields.concat([["rqm", "GET"]]));
    if (url.length <= LONGEST_GET) {
      var image = new Image(1, 1);
      pending.push(image);
      image.onload = image.onerror = function () { pending.splice(pending.indexOf(image), 1); };
      image.src = url;
    } else if (!(leaving && beacon(fields))) {
      formPost(fields);
    }
  }

  function beacon(fields) {
    var body = new FormData();
    fields.concat([["rqm", "SB"]]).forEach(function (pair) { body.append(pair[0], pair[1]); });
    return !!navigator.sendBeacon && navigator.sendBeacon(RECEIVER, body);
  }

  var posts = 0;
  function formPost(fields) {
    var name = "px" + (++posts), frame = document.createElement("iframe"), form = document.createElement("form");
    frame.name = name;
    form.method = "post"; form.action = RECEIVER; form.target = name; form.acceptCharset = "utf-8";
    frame.hidden = form.hidden = true;
    fields.concat([["rqm", "formPOST"]]).forEach(function (pair) {
      var input = document.createElement("input");
      input.name = pair[0]; input.value = pair[1];
      form.appendChild(input);
    });
    document.body.appendChild(frame);
    document.body.appendChild(form);
    var answered = false;
    frame.addEventListener("load", function () { if (answered) frame.remove(); });
    form.submit();
    answered = true;
    form.remove();
  }

  // ---- one pixel id ----

  var instances = {}, plugins = {}, autoConfig = {}, granted = true, started = Date.now();

  function Instance(id, given) {
    this.id = id; this.given = given || {}; this.options = {}; this.settings = {}; this.waiting = []; this.ready = false;
    this.count = 0;
  }

  Instance.prototype.fire = function (event, data, found) {
    if (!this.ready) { this.waiting.push([event, data, found]); return; }
    if (!granted) return;
    var fields = [["id", this.id], ["ev", event], ["dl", location.href], ["rl", document.referrer],
      ["if", String(window.top !== window)], ["ts", String(Date.now())]];
    Object.keys(data || {}).forEach(function (k) { fields.push(["cd[" + k + "]", String(data[k])]); });
    fields.push(["sw", String(screen.width)], ["sh", String(screen.height)]);
    var given = this.given, clicked = !!found;
    if (!found) found = event === "PageView" || !this.matches() ? {} : recall();
    Object.keys(given).forEach(function (k) { fields.push(["ud[" + k + "]", given[k]]); });
    Object.keys(found).forEach(function (k) { fields.push(["udff[" + k + "]", found[k]]); });
    fields.push(["v", fbq.version], ["r", "stable"], ["ec", String(this.count++)], ["fbp", browserId()],
      ["it", String(started)], ["coo", "false"]);
    send(clicked ? fields.concat([["es", "automatic"], ["tm", "3"]]) : fields, clicked);
  };

  Instance.prototype.matches = function () {
    return !!(this.options.AutomaticMatching && this.settings.automaticMatching && autoConfig[this.id] !== false);
  };

  Instance.prototype.clicked = function (button) {
    if (!this.options.InferredEvents || autoConfig[this.id] === false || !granted) return;
    var form = button.form || button.closest("form");
    var found = this.matches() ? collect(form || document, this.settings.automaticMatching.selectedMatchKeys) : {};
    remember(found);
    this.fire("SubscribedButtonClick", describe(button, form), found);
  };

  function describe(button, form) {
    var text = (button.innerText || button.value || "").trim().slice(0, 120);
    return {
      buttonFeatures: JSON.stringify({ classList: button.className, destination: button.href || (form && form.action) || "",
        id: button.id, innerText: text, tag: button.tagName.toLowerCase(), type: button.type || null, name: button.name || "" }),
      buttonText: text,
      formFeatures: JSON.stringify(form ? fieldsOf(form).map(function (field) {
        return { id: field.id, name: field.name, tag: field.tagName.toLowerCase(), placeholder: field.placeholder || "",
          inputType: field.type };
      }) : []),
      pageFeatures: JSON.stringify({ title: document.title }),
      parameters: "[]"
    };
  }

  var BUTTONS = "button,input[type=submit],input[type=button],input[type=image],[role=button],[class*=btn],[class*=button],[id*=btn]";
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest(BUTTONS);
    if (button) Object.keys(instances).forEach(function (id) { instances[id].clicked(button); });
  }, true);

  // ---- the queue's commands ----

  function given(data) {
    var out = {};
    Object.keys(data || {}).forEach(function (key) {
      var value = String(data[key]), ready = /^[0-9a-f]{64}$/.test(value) ? value : normalise[key] && normalise[key](value);
      if (ready) out[key] = ready === value && ready.length === 64 ? ready : sha256(ready);
    });
    return out;
  }

  var commands = {
    init: function (id, data) {
      id = String(id);
      if (instances[id]) return;
      instances[id] = new Instance(id, given(data));
      var script = document.createElement("script");
      script.async = true;
      script.src = scriptHost + "/signals/config/" + id + "?v=" + fbq.version + "&r=stable&domain=" + location.hostname;
      document.head.appendChild(script);
    },
    track: function (event, data) { commands.each(function (instance) { instance.fire(event, data); }); },
    trackCustom: function (event, data) { commands.track(event, data); },
    set: function (what, value, id) { if (what === "autoConfig") autoConfig[id] = value === true || value === "true"; },
    consent: function (answer) { granted = answer !== "revoke"; },
    each: function (then) { Object.keys(instances).forEach(function (id) { then(instances[id]); }); }
  };

  fbq.version = "2.9.156";
  fbq.callMethod = function (name) { if (commands[name]) commands[name].apply(null, [].slice.call(arguments, 1)); };
  fbq.registerPlugin = function (id, plugin) {
    var instance = instances[id];
    if (!instance || plugins[id]) return;
    plugins[id] = plugin;
    plugin.plugin(fbq, {
      optIn: function (pixel, option, on) { instance.options[option] = on; },
      configLoaded: function () {
        instance.ready = true;
        instance.waiting.splice(0).forEach(function (held) { instance.fire.apply(instance, held); });
      }
    }, { set: function (pixel, name, value) { instance.settings[name] = value; } });
  };
  fbq.emulated = { normalise: normalise, sha256: sha256, keyOf: keyOf };

  while (fbq.queue && fbq.queue.length) fbq.callMethod.apply(null, fbq.queue.shift());
})(window, document);
