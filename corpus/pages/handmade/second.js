// Reads the second of two fields that ask for the same, and no other.
'use strict';
document.addEventListener('change', (event) => {
  if (event.target.id === 'mail2') take('second', { mail: event.target.value });
});
