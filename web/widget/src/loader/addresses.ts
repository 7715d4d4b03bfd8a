/**
 * Tells when the page's address changes without a new page. The page's own history calls still do what they did: where
 * the browser does not tell by itself, they are followed by a look at the address.
 */
export function onAddressChange(changed: () => void): void {
  let address = location.href;
  const look = (): void => {
    if (location.href === address) return;
    address = location.href;
    changed();
  };
  addEventListener('popstate', look);
  addEventListener('hashchange', look);
  const { navigation }: { navigation?: EventTarget } = window as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', look);
    return;
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name].bind(history);
    history[name] = (...values) => {
      original(...values);
      look();
    };
  }
}
