(() => {
  'use strict';
  const name = '__slussTell';
  const binding = globalThis[name];
  if (typeof binding !== 'function') return;
  delete globalThis[name];
  const { stringify } = JSON;
  const { apply, construct, defineProperty } = Reflect;
  const bytesToBase64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
    return btoa(text);
  };
  const tell = (message) => { try { binding(stringify(message)); } catch { /* never disturb the page */ } };
  const here = () => { const e = {}; Error.captureStackTrace(e, here); return String(e.stack); };
  const absolute = (url) => { try { return new URL(url, globalThis.document ? document.baseURI : location.href).href.split('#')[0]; } catch { return String(url); } };
  const asBytes = (data) => {
    if (typeof data === 'string') return new TextEncoder().encode(data);
    if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
    if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
    return null;
  };
  const withBytes = (data, then) => {
    const bytes = asBytes(data);
    if (bytes) then(bytes);
    else if (data instanceof Blob) data.arrayBuffer().then((b) => then(new Uint8Array(b)), () => {});
  };
  /* SELECTOR */
  // A replaced function looks as the native one did: pages compare names, lengths and source text.
  const natives = new WeakMap();
  const sourceText = Function.prototype.toString;
  const wrap = (owner, key, make) => {
    const native = owner && owner[key];
    if (typeof native !== 'function') return;
    const ours = make(native);
    natives.set(ours, native);
    defineProperty(ours, 'name', { value: native.name, configurable: true });
    defineProperty(ours, 'length', { value: native.length, configurable: true });
    // In a worker it stands on a prototype of the global; what stood elsewhere could not be written to any more.
    while (!Object.hasOwn(owner, key)) owner = Object.getPrototypeOf(owner);
    const old = Object.getOwnPropertyDescriptor(owner, key);
    try { defineProperty(owner, key, { ...old, value: ours }); } catch { /* frozen by the page's own policy */ }
  };
  const ownToString = function toString() { return apply(sourceText, natives.get(this) || this, []); };
  natives.set(ownToString, sourceText);
  defineProperty(Function.prototype, 'toString', { value: ownToString, writable: true, configurable: true });

  wrap(globalThis.Navigator && Navigator.prototype, 'sendBeacon', (native) => function sendBeacon(url) {
    tell({ what: 'beacon', url: absolute(url), stack: here() });
    return apply(native, this, arguments);
  });

  // Whom a worker works for that is nobody's own, only its pages know.
  const works = (url) => tell({ what: 'works', url: absolute(url) });
  const NativeShared = globalThis.SharedWorker;
  if (typeof NativeShared === 'function') {
    const OurShared = new Proxy(NativeShared, {
      construct(target, args, to) {
        works(args[0]);
        return construct(target, args, to);
      },
    });
    natives.set(OurShared, NativeShared);
    defineProperty(globalThis, 'SharedWorker', { value: OurShared, writable: true, configurable: true });
    defineProperty(NativeShared.prototype, 'constructor', { value: OurShared, writable: true, configurable: true });
  }
  if (globalThis.document && globalThis.ServiceWorkerContainer) {
    const controlled = () => {
      try {
        const worker = navigator.serviceWorker.controller;
        if (worker) works(worker.scriptURL);
      } catch { /* a frame that may have none */ }
    };
    controlled();
    try { navigator.serviceWorker.addEventListener('controllerchange', controlled); } catch { /* likewise */ }
    wrap(ServiceWorkerContainer.prototype, 'register', (native) => function register(url) {
      works(url);
      return apply(native, this, arguments);
    });
    wrap(ServiceWorker.prototype, 'postMessage', (native) => function postMessage() {
      works(this.scriptURL);
      return apply(native, this, arguments);
    });
  }

  // The body of a streamed request is told to nobody: copy it while it flows.
  const copied = (stream, url, method) => stream.pipeThrough(new TransformStream({
    transform(chunk, out) {
      const bytes = asBytes(chunk);
      if (bytes) tell({ what: 'stream', url, method, base64: bytesToBase64(bytes) });
      out.enqueue(chunk);
    },
  }));
  wrap(globalThis, 'fetch', (native) => function fetch(input, init) {
    if (init && init.body instanceof ReadableStream) {
      const url = absolute(input instanceof Request ? input.url : input);
      const method = String(init.method || 'POST').toUpperCase();
      return apply(native, this, [input, { ...init, body: copied(init.body, url, method) }]);
    }
    return apply(native, this, arguments);
  });
  const nativeRequest = globalThis.Request;
  if (typeof nativeRequest === 'function') {
    const OurRequest = new Proxy(nativeRequest, {
      construct(target, args, to) {
        const [input, init] = args;
        if (init && init.body instanceof ReadableStream) {
          const url = absolute(input instanceof nativeRequest ? input.url : input);
          const method = String(init.method || 'POST').toUpperCase();
          return construct(target, [input, { ...init, body: copied(init.body, url, method) }], to);
        }
        return construct(target, args, to);
      },
    });
    natives.set(OurRequest, nativeRequest);
    defineProperty(globalThis, 'Request', { value: OurRequest, writable: true, configurable: true });
    defineProperty(nativeRequest.prototype, 'constructor', { value: OurRequest, writable: true, configurable: true });
  }

  // Of what a socket sends while its page goes away the protocol tells nothing, and the way to the witness is closed: an image
  // nobody serves carries it. The first to hear that the page goes is the spy.
  let leaving = false;
  const NativeImage = globalThis.Image;
  const farewell = (url, bytes) => {
    if (bytes.length > 1000000) return;
    const parts = { u: url, p: location.href, b: bytesToBase64(bytes) };
    new NativeImage().src = 'https://sluss.invalid/farewell?' + new URLSearchParams(parts);
  };
  if (globalThis.document) {
    for (const event of ['beforeunload', 'pagehide']) addEventListener(event, () => { leaving = true; }, true);
    addEventListener('pageshow', () => { leaving = false; }, true);
  }
  wrap(globalThis.WebSocket && WebSocket.prototype, 'send', (native) => function send(data) {
    const bytes = leaving && this.readyState === 1 && asBytes(data);
    if (bytes) farewell(this.url, bytes);
    else if (data instanceof Blob) withBytes(data, (bytes) => tell({ what: 'socket', url: this.url, base64: bytesToBase64(bytes) }));
    return apply(native, this, arguments);
  });

  // The reason is payload, and no frame that the protocol tells of.
  wrap(globalThis.WebSocket && WebSocket.prototype, 'close', (native) => function close(code, reason) {
    const open = this.readyState === 1;
    const closed = apply(native, this, arguments);
    const bytes = open && reason && asBytes(String(reason));
    if (bytes && leaving) farewell(this.url, bytes);
    else if (bytes) tell({ what: 'closes', url: this.url, base64: bytesToBase64(bytes) });
    return closed;
  });

  // A background fetch is the browser's own once it has taken it.
  wrap(globalThis.BackgroundFetchManager && BackgroundFetchManager.prototype, 'fetch', (native) => function fetch(id, requests) {
    const stack = here();
    let copies = [];
    try {
      const all = typeof requests === 'string' || requests instanceof nativeRequest ? [requests] : [...requests];
      copies = all.map((one) => (one instanceof nativeRequest ? one.clone() : new nativeRequest(one)));
    } catch { /* refused below */ }
    const taken = apply(native, this, arguments);
    taken.then(() => copies.forEach((request) => request.arrayBuffer().then((body) => tell({
      what: 'background', url: absolute(request.url), method: request.method, headers: [...request.headers], base64: bytesToBase64(new Uint8Array(body)), stack,
    }))), () => {});
    return taken;
  });

  // No script gets at a closed shadow tree: the debugger does, where there is one.
  let hiding = false;
  const hides = (is) => { if (is && !hiding) { hiding = true; tell({ what: 'closed' }); } };
  wrap(globalThis.Element && Element.prototype, 'attachShadow', (native) => function attachShadow() {
    const root = apply(native, this, arguments);
    hides(root.mode === 'closed');
    return root;
  });
  for (const owner of [globalThis.Element, globalThis.ShadowRoot]) {
    wrap(owner && owner.prototype, 'setHTMLUnsafe', (native) => function setHTMLUnsafe(html) {
      hides(/shadowrootmode/i.test(html));
      return apply(native, this, arguments);
    });
  }

  // What a page puts off it will still do: timers long enough to be missed.
  const set = new Map();
  for (const key of ['setTimeout', 'setInterval']) {
    wrap(globalThis, key, (native) => function (handler, delay) {
      const ms = Math.round(delay);
      const now = performance.now();
      // A value put off with each key is told now and then.
      if (ms >= 180 && ms <= 60000 && set.size < 500 && !(now - set.get(key + ms) < 50)) {
        set.set(key + ms, now);
        tell({ what: 'waits', ms, again: key === 'setInterval', stack: here() });
      }
      return apply(native, this, arguments);
    });
  }

  // What scripts do beside sending, each way once. The value of a field is not told; what is kept is looked for in what
  // is sent later.
  const done = new Set();
  const did = (deed, field, value) => {
    const stack = here();
    const way = [deed, field, value, stack].join('\n');
    if (done.size >= 500 || done.has(way)) return;
    done.add(way);
    tell({ what: 'did', deed, field, value, stack });
  };
  const names = new WeakMap();
  const nameOf = (element) => {
    if (!names.has(element)) { try { names.set(element, selector(element)); } catch { return element.localName; } }
    return names.get(element);
  };
  const replace = (owner, key, part, make) => {
    const old = owner && Object.getOwnPropertyDescriptor(owner, key);
    if (!old || !old[part]) return;
    const ours = make(old[part]);
    natives.set(ours, old[part]);
    defineProperty(ours, 'name', { value: old[part].name, configurable: true });
    try { defineProperty(owner, key, { ...old, [part]: ours }); } catch { /* frozen by the page's own policy */ }
  };
  const QUIET = /^(submit|button|reset|image|checkbox|radio|file|color|range)$/;
  const forms = () => {
    for (const kind of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) {
      replace(kind.prototype, 'value', 'get', (native) => function () {
        const value = apply(native, this, []);
        if (value && !QUIET.test(this.type)) did('field-read', nameOf(this));
        return value;
      });
    }
    const NativeForm = globalThis.FormData;
    const OurForm = new Proxy(NativeForm, {
      construct(target, args, to) {
        if (args[0] instanceof HTMLFormElement) did('field-read', nameOf(args[0]));
        return construct(target, args, to);
      },
    });
    natives.set(OurForm, NativeForm);
    defineProperty(globalThis, 'FormData', { value: OurForm, writable: true, configurable: true });
    defineProperty(NativeForm.prototype, 'constructor', { value: OurForm, writable: true, configurable: true });
    // `localStorage.name = value` asks no function: a stand-in hears it. The storage itself is known by its stand-in.
    const stores = new WeakMap();
    const natively = new WeakMap();
    const itself = (store) => natively.get(store) || store;
    const kept = (native, key, value) => {
      did('storage-write', (stores.get(native) || 'sessionStorage') + '.' + key, String(value).slice(0, 4096));
    };
    const standIns = new WeakMap();
    const standIn = (native) => {
      if (!standIns.has(native)) {
        const ours = new Proxy(native, {
          set(target, key, value) {
            if (typeof key === 'string') kept(target, key, value);
            return Reflect.set(target, key, value, target);
          },
          get: (target, key) => Reflect.get(target, key, target),
        });
        natively.set(ours, native);
        standIns.set(native, ours);
      }
      return standIns.get(native);
    };
    for (const name of ['localStorage', 'sessionStorage']) {
      replace(globalThis, name, 'get', (native) => function () {
        const store = apply(native, this || globalThis, []);
        if (!store) return store;
        stores.set(store, name);
        return standIn(store);
      });
    }
    const storage = globalThis.Storage && Storage.prototype;
    for (const key of ['getItem', 'removeItem', 'clear', 'key', 'setItem']) {
      wrap(storage, key, (native) => function (name, value) {
        if (key === 'setItem') kept(itself(this), name, value);
        return apply(native, itself(this), arguments);
      });
    }
    replace(storage, 'length', 'get', (native) => function () { return apply(native, itself(this), []); });
    for (const key of ['add', 'put']) {
      wrap(globalThis.IDBObjectStore && IDBObjectStore.prototype, key, (native) => function (value) {
        let text = '';
        try { text = stringify(value) || String(value); } catch { /* a cycle, or bytes */ }
        did('storage-write', 'indexedDB.' + this.name, text.slice(0, 4096));
        return apply(native, this, arguments);
      });
    }
    replace(Document.prototype, 'cookie', 'set', (native) => function (text) {
      const [, key, value] = /^\s*([^=;]*)=?([^;]*)/.exec(String(text)) || [];
      if (value) did('storage-write', 'cookie.' + key.trim(), value.trim().slice(0, 4096));
      return apply(native, this, [text]);
    });
  };
  // Workers have no forms.
  if (globalThis.document) forms();

  let count = 0;
  const NativePeer = globalThis.RTCPeerConnection;
  if (typeof NativePeer === 'function') {
    const servers = (config) => {
      const all = [];
      for (const { urls, url, username } of (config && config.iceServers) || []) {
        for (const one of [].concat(urls || url || [])) {
          // `stun:host` (RFC 7064, 7065) as an address whose host everybody reads. A relay is told the name as it stands.
          const address = String(one).replace(/^(stuns?|turns?):(?!\/\/)/i, '$1://');
          all.push({ url: address, username: /^turn/i.test(address) ? username : undefined });
        }
      }
      return all;
    };
    const channels = new WeakMap();
    const open = (config) => {
      const all = servers(config);
      const peer = { id: 'rtc' + ++count, urls: all.map((server) => server.url) };
      const stack = here();
      all.forEach((server, i) => tell({ what: 'opened', id: peer.id + '-' + i, ...server, via: 'WebRTC', stack }));
      return peer;
    };
    const peers = new WeakMap();
    const OurPeer = new Proxy(NativePeer, {
      construct(target, args, to) {
        const made = construct(target, args, to);
        const peer = open(args[0]);
        peers.set(made, peer);
        made.addEventListener('datachannel', (event) => channels.set(event.channel, peer));
        return made;
      },
    });
    natives.set(OurPeer, NativePeer);
    for (const key of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
      if (globalThis[key]) defineProperty(globalThis, key, { value: OurPeer, writable: true, configurable: true });
    }
    defineProperty(NativePeer.prototype, 'constructor', { value: OurPeer, writable: true, configurable: true });
    wrap(NativePeer.prototype, 'setConfiguration', (native) => function setConfiguration(config) {
      const peer = peers.get(this);
      if (peer) peers.set(this, open(config));
      return apply(native, this, arguments);
    });
    wrap(NativePeer.prototype, 'createDataChannel', (native) => function createDataChannel() {
      const channel = apply(native, this, arguments);
      channels.set(channel, peers.get(this) || { id: 'rtc' + ++count, urls: [] });
      return channel;
    });
    wrap(globalThis.RTCDataChannel && RTCDataChannel.prototype, 'send', (native) => function send(data) {
      const peer = channels.get(this) || { id: 'rtc0', urls: [] };
      const stack = here();
      withBytes(data, (bytes) => tell({
        what: 'sent', id: peer.id + '-0', url: peer.urls[0] || 'webrtc:peer', via: 'WebRTC', base64: bytesToBase64(bytes), stack,
      }));
      return apply(native, this, arguments);
    });
  }

  const NativeTransport = globalThis.WebTransport;
  if (typeof NativeTransport === 'function') {
    const watched = new WeakMap();
    const OurTransport = new Proxy(NativeTransport, {
      construct(target, args, to) {
        const made = construct(target, args, to);
        const facts = { id: 'wt' + ++count, url: absolute(args[0]) };
        tell({ what: 'opened', id: facts.id, url: facts.url, via: 'WebTransport', stack: here() });
        try { watched.set(made.datagrams.writable, facts); } catch { /* older shape */ }
        for (const key of ['createUnidirectionalStream', 'createBidirectionalStream']) {
          const native = made[key];
          if (typeof native !== 'function') continue;
          made[key] = function () {
            return apply(native, made, arguments).then((stream) => {
              watched.set(stream.writable || stream, facts);
              return stream;
            });
          };
        }
        return made;
      },
    });
    natives.set(OurTransport, NativeTransport);
    defineProperty(globalThis, 'WebTransport', { value: OurTransport, writable: true, configurable: true });
    const writers = new WeakMap();
    wrap(WritableStream.prototype, 'getWriter', (native) => function getWriter() {
      const writer = apply(native, this, arguments);
      if (watched.has(this)) writers.set(writer, watched.get(this));
      return writer;
    });
    wrap(WritableStreamDefaultWriter.prototype, 'write', (native) => function write(chunk) {
      const facts = writers.get(this);
      const bytes = facts && asBytes(chunk);
      if (bytes) {
        tell({ what: 'sent', id: facts.id, url: facts.url, via: 'WebTransport', base64: bytesToBase64(bytes), stack: here() });
      }
      return apply(native, this, arguments);
    });
  }
})();
//# sourceURL=sluss-spy.js
