// a tag manager: loads a tag, which listens to what frames tell
(() => { const s = document.createElement('script'); s.src = 'https://samla.matning.example/tag.js'; document.head.append(s); })();
