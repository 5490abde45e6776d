// conversions with matching: hashes only, and only when the page says so
(() => {
  const CC = '45';
  const hex = async (t) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(t)))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const e164 = (t) => { let n = t.replace(/[^\d+]/g, ''); if (n.startsWith('00')) n = '+' + n.slice(2); if (!n.startsWith('+')) n = '+' + (n.startsWith('0') ? '46' + n.slice(1) : CC + n); return n; };
  window.hub = async (event, d) => {
    const q = new URLSearchParams({e: event, u: location.pathname});
    if (d.em) q.set('h1', await hex(d.em.trim().toLowerCase()));
    if (d.em2) q.set('h3', await hex(d.em2.trim().toLowerCase()));
    if (d.ph) q.set('h2', await hex(e164(d.ph)));
    fetch('https://tr.annoncehub.example/c', {method: 'POST', body: q, keepalive: true, mode: 'no-cors'});
  };
})();
