'use strict';
window.watch = (via, value) => navigator.sendBeacon('{{SINK}}/collect?via=' + via, value);
