(() => {
  const load = (u) => { const s = document.createElement('script'); s.src = u; document.head.appendChild(s); };
  function start() {
    if (navigator.serviceWorker) navigator.serviceWorker.register('/sw.js').catch(() => {});
    load('/m/a.js'); load('https://metrics.kotihoiva.example/m.js'); load('https://api.kohdennus.example/k.js');
  }
  const kept = localStorage.getItem('kh');
  if (kept === '1') start();
  if (kept !== null) return;
  const box = document.createElement('div'); box.className = 'q1';
  const first = () => { box.innerHTML = '<p>Kotihoiva ja sen kumppanit tallentavat laitteellesi evästeitä palvelun kehittämiseksi ja viestinnän kohdentamiseksi.</p><button type="button">Hyväksy kaikki</button><button type="button">Asetukset</button>';
    const [yes, more] = box.querySelectorAll('button'); yes.onclick = () => end('1'); more.onclick = second; };
  const second = () => { box.innerHTML = '<p>Mitä sallit?</p><p><label><input type="checkbox" checked disabled> Välttämättömät</label><br><label><input type="checkbox" id="q7"> Tilastointi</label><br><label><input type="checkbox" id="q8"> Kohdentaminen</label></p><button type="button">Tallenna valinnat</button><button type="button">Takaisin</button>';
    const [save, back] = box.querySelectorAll('button'); save.onclick = () => end(document.getElementById('q7').checked || document.getElementById('q8').checked ? '1' : '0'); back.onclick = first; };
  function end(v) { localStorage.setItem('kh', v); box.remove(); if (v === '1') start(); }
  first(); document.body.appendChild(box);
})();
