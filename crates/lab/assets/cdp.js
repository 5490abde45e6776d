/* Customer data platform of the Sluss lab: own work. */
(function (window, document) {
  "use strict";
  var project = "__PROJECT__", origin = new URL(document.currentScript.src).origin;
  var queue = window.tagbrygga || [], traits = {};

  function anonymousId() {
    var found = /(?:^|; )tb_anon=([^;]+)/.exec(document.cookie);
    if (found) return found[1];
    var made = crypto.randomUUID();
    document.cookie = "tb_anon=" + made + "; path=/; max-age=31536000; SameSite=Lax; Secure";
    return made;
  }

  function deliver(event) {
    var body = { event: event, page: location.origin + location.pathname, anonymousId: anonymousId(), at: new Date().toISOString() };
    navigator.sendBeacon(origin + "/v1/track", JSON.stringify(body));
  }

  function loadPixel(pixel) {
    var fbq = window.fbq = function () { fbq.callMethod ? fbq.callMethod.apply(null, arguments) : fbq.queue.push(arguments); };
    fbq.queue = [];
    // "off" means: the platform hands over no traits. It cannot forbid what the pixel takes on its own.
    if (pixel.automaticMatching === "on") fbq("init", pixel.id, traits);
    else fbq("init", pixel.id);
    fbq("track", "PageView");
    var script = document.createElement("script");
    script.async = true;
    script.src = pixel.loader;
    document.head.appendChild(script);
  }

  function run(settings, call) {
    if (call[0] === "identify") { Object.assign(traits, call[1]); return; }
    var pixel = settings.destinations.pixel, name = call[0] === "page" ? "Page Viewed" : call[1];
    deliver(name);
    if (pixel.events[name]) window.fbq("track", pixel.events[name]);
  }

  fetch(origin + "/v1/projects/" + project + "/settings").then(function (answer) { return answer.json(); }).then(function (settings) {
    loadPixel(settings.destinations.pixel);
    queue.forEach(function (call) { run(settings, call); });
    window.tagbrygga = { push: function (call) { run(settings, call); } };
  });
})(window, document);
