/** Desktop notifications of the browser, for agents who look at another window. */

function supported(): boolean {
  return 'Notification' in window;
}

/** Nobody has decided yet: it is worth offering. */
export function mayAskToNotify(): boolean {
  return supported() && Notification.permission === 'default';
}

/** Only ever called by a click. */
export async function askToNotify(): Promise<boolean> {
  return supported() && (await Notification.requestPermission()) === 'granted';
}

/** One notification per subject: a newer one takes the place of the older. */
export function notify(title: string, body: string, subject: string, onOpen: () => void): void {
  if (!supported() || Notification.permission !== 'granted' || document.visibilityState === 'visible') return;
  const shown = new Notification(title, { body, tag: subject });
  shown.onclick = () => {
    window.focus();
    shown.close();
    onOpen();
  };
}
