export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  created.className = className;
  created.append(...children);
  return created;
}

export function button(className: string, ...children: (Node | string)[]): HTMLButtonElement {
  const created = element('button', className, ...children);
  created.type = 'button';
  return created;
}

/** Words of the tenant: in whatever direction they are written. */
export function words<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const created = element(name, className, text);
  created.dir = 'auto';
  return created;
}

/** A picture that is not there when it cannot be loaded, be it gone or kept out by the page's policy. */
export function image(url: string, base: string, onGone: () => void): HTMLImageElement {
  const created = document.createElement('img');
  created.alt = '';
  created.referrerPolicy = 'no-referrer';
  created.decoding = 'async';
  created.addEventListener('error', onGone);
  created.src = new URL(url, base).href;
  return created;
}
