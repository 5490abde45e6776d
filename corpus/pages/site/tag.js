// What a tag does on every page: a cookie, a beacon, a picture.
'use strict';
document.cookie = '_tag=' + (/_tag=([^;]+)/.exec(document.cookie) || [0, String(Math.random()).slice(2)])[1];
navigator.sendBeacon('{{SINK}}/t?t=beacon', JSON.stringify({ page: location.href, title: document.title }));
new Image().src = '{{SINK}}/t?t=pixel&dl=' + encodeURIComponent(location.href);
for (let i = 0; i < 300; i++) document.body.append(Object.assign(document.createElement('p'), { textContent: 'Paragraph ' + i }));
