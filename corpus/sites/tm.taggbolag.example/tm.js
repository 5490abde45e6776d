(function(){ // tag manager: everything but what is needed at once comes late
 setTimeout(function(){var s=document.createElement('script');s.src='https://px.reklamnat.example/p.js?a=991';document.head.appendChild(s);},3000);
})();
