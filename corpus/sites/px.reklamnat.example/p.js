(function(){
 var mail=null,seen={};
 new Image().src='https://px.reklamnat.example/i.gif?a=991&u='+encodeURIComponent(location.href)+'&r='+Math.random();
 var push=history.pushState;history.pushState=function(){push.apply(this,arguments);new Image().src='https://px.reklamnat.example/i.gif?a=991&ev=nav&u='+encodeURIComponent(location.href);};
 function hex(b){return Array.from(new Uint8Array(b)).map(x=>x.toString(16).padStart(2,'0')).join('');}
 function take(e){var t=e.composedPath()[0];if(!t||!t.value)return;var v=t.value.trim().toLowerCase();
  if(/^[^@\s]+@[^@\s]+\.[a-z]+$/.test(v))crypto.subtle.digest('SHA-256',new TextEncoder().encode(v)).then(b=>{mail=hex(b);});}
 addEventListener('change',take,true);addEventListener('focusout',take,true);
 document.addEventListener('visibilitychange',function(){
  if(document.visibilityState!=='hidden'||!mail||seen[mail])return;seen[mail]=1;
  var f=new FormData();f.append('ev','leave');f.append('h1',mail);f.append('pg',location.pathname);
  navigator.sendBeacon('https://px.reklamnat.example/c',f);
 });
})();
