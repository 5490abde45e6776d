document.addEventListener('change', async (event) => {
  if (event.target.id !== 'epost2') return;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(event.target.value.toLowerCase()));
  const hex = [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
  navigator.sendBeacon('https://js.andrafaltet.example/e?h=' + hex);
});
