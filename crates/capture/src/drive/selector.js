// The fields of a form stand in the place of its own properties, and what a document names in the place of the document's
// (Web IDL, [LegacyOverrideBuiltIns]): these are asked by way of their prototypes.
const prototypes = {
  get: (node, name) => {
    const value = Reflect.get(Object.getPrototypeOf(node), name, node);
    return typeof value === 'function' ? value.bind(node) : value;
  },
};
const pure = (node) => (node instanceof HTMLFormElement || node instanceof Document ? new Proxy(node, prototypes) : node);
// A window may come to show another document than it began with.
const page = new Proxy({}, { get: (nothing, name) => prototypes.get(document, name) });

// Ids that are drawn by lot, or counted as a framework draws (`:r1:`, `field-r1c`, `mat-input-3`, `10`), are others each time.
const LOT = new RegExp('\\d{4}|[\\da-f]{8}-|(?=[a-z\\d]{8})\\d[a-z]+\\d|^([a-z-]+-)?([:«][rR]|_[rR]_)|-r([\\da-v]{1,2}|(?=[a-v]*\\d)[\\da-v]{3,4})$'
  + '|^(mantine-[a-z\\d]{9}|mui-\\d|ember\\d|__BVID__\\d|(headlessui|radix|react-aria|react-select|downshift|rc_select|mat|cdk)[-_]([a-z-]+[-_])?\\d)|^\\d+([-_]|$)');
// `#id`, `tag[name="…"]` or the way down; ` >>> ` goes into a shadow tree.
const step = (node) => {
  const element = pure(node);
  const escaped = element.id && !LOT.test(element.id) && CSS.escape(element.id);
  const root = pure(element.getRootNode());
  if (escaped && root.querySelectorAll('#' + escaped).length === 1) return '#' + escaped;
  const name = element.getAttribute('name');
  const tag = element.localName;
  if (name) {
    const named = tag + '[name=' + JSON.stringify(name) + ']';
    if (root.querySelectorAll(named).length === 1) return named;
  }
  const same = element.parentNode ? [...pure(element.parentNode).children].filter((e) => e.localName === tag) : [];
  const own = same.length > 1 ? tag + ':nth-of-type(' + (same.indexOf(node) + 1) + ')' : tag;
  if (tag.includes('-') && root.querySelectorAll(tag).length === 1) return tag;
  const parent = element.parentElement;
  if (!parent || parent === page.documentElement || parent === page.body) return own;
  return step(parent) + ' > ' + own;
};
const selector = (element) => {
  const host = pure(element).getRootNode().host;
  return host ? selector(host) + ' >>> ' + step(element) : step(element);
};
