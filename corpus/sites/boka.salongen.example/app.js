const app=document.getElementById('app');
class BokaForm extends HTMLElement{
  connectedCallback(){
    const r=this.attachShadow({mode:'open'});
    r.innerHTML=`<style>label{display:block;margin:.5rem 0}</style><h2>Dina uppgifter</h2>
      <label>Ditt namn <input name="n1" autocomplete="off"></label>
      <label>E-post <input name="n2" inputmode="email"></label>
      <label>Mobil <input name="n3" inputmode="tel"></label>
      <label>Meddelande till frisören <textarea name="n4"></textarea></label>
      <div class="knapp" role="button" tabindex="0">Bekräfta bokning</div>`;
    r.querySelector('.knapp').addEventListener('click',async()=>{
      const d=Object.fromEntries([...r.querySelectorAll('input,textarea')].map(e=>[e.name,e.value]));
      await fetch('/api/boka',{method:'POST',headers:{'content-type':'application/json'},body:JSON.stringify(d)}).catch(()=>{});
      go('/klart');
    });
  }
}
customElements.define('boka-form',BokaForm);
const views={
 '/':()=>{app.innerHTML='<h1>Boka tid</h1><p>Välj tid:</p>'+['9.00'].map(t=>`<span class="tid">${t}</span>`).join('');
   app.querySelectorAll('.tid').forEach(e=>e.onclick=()=>go('/uppgifter?tid='+e.textContent));},
 '/uppgifter':()=>{app.innerHTML='<h1>Nästan klart</h1><boka-form></boka-form>';},
 '/klart':()=>{app.innerHTML='<h1>Tack!</h1><p>Vi ses.</p>';},
};
function render(){(views[location.pathname]||views['/'])();}
function go(u){history.pushState(null,'',u);render();}
addEventListener('popstate',render);
document.addEventListener('click',e=>{const a=e.target.closest('a[data-nav]');if(a){e.preventDefault();go(a.getAttribute('href'));}});
render();
