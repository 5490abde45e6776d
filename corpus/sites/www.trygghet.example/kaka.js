// Asks, made by hand; the counter is loaded whatever is answered, which is the fault.
(function () {
  var script = document.createElement('script');
  script.src = 'https://matt.raknaren.example/ea.js';
  document.head.appendChild(script);
  if (/(?:^|; )val=/.test(document.cookie)) return;
  addEventListener('DOMContentLoaded', function () {
    var box = document.createElement('div');
    box.className = 'ruta7';
    box.setAttribute('style', 'position:fixed;bottom:0;left:0;right:0;background:#eef;padding:1rem');
    box.innerHTML = '<p>Vi använder kakor för att webbplatsen ska fungera och för att mäta hur den används.</p>'
      + '<a href="#" class="k1">Jag förstår, tillåt allt</a> <a href="#" class="k2">Nej, bara det som behövs</a>';
    document.body.appendChild(box);
    box.onclick = function (event) {
      if (event.target.localName !== 'a') return;
      event.preventDefault();
      document.cookie = 'val=' + event.target.className + '; path=/';
      box.remove();
    };
  });
})();
