// `#id`, `tag[name="…"]` or the way down; ` >>> ` goes into a shadow tree.
const step = (element) => {
  const escaped = element.id && CSS.escape(element.id);
  const root = element.getRootNode();
  if (escaped && root.querySelectorAll('#' + escaped).length === 1) return '#' + escaped;
  const name = element.getAttribute('name');
  const tag = element.localName;
  if (name) {
    const named = tag + '[name=' + JSON.stringify(name) + ']';
    if (root.querySelectorAll(named).length === 1) return named;
  }
  const same = element.parentNode ? [...element.parentNode.children].filter((e) => e.localName === tag) : [];
  const own = same.length > 1 ? tag + ':nth-of-type(' + (same.indexOf(element) + 1) + ')' : tag;
  if (tag.includes('-') && root.querySelectorAll(tag).length === 1) return tag;
  const parent = element.parentElement;
  if (!parent || parent === document.documentElement || parent === document.body) return own;
  return step(parent) + ' > ' + own;
};
const selector = (element) => {
  const host = element.getRootNode().host;
  return host ? selector(host) + ' >>> ' + step(element) : step(element);
};
