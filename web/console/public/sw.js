/**
 * Notices while the desk is closed. It keeps nothing and answers no requests: whatever is shown comes from the server.
 */
self.addEventListener('install', () => {
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

function parsed(data) {
  try {
    return data ? data.json() : null;
  } catch {
    return null;
  }
}

self.addEventListener('push', (event) => {
  const notice = parsed(event.data);
  if (!notice || typeof notice.title !== 'string') return;
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: 'window' });
      // Whoever has the desk before their eyes sees it there.
      if (windows.some((one) => one.visibilityState === 'visible' && one.focused)) return;
      await self.registration.showNotification(notice.title, {
        body: String(notice.text ?? ''),
        tag: String(notice.tag ?? ''),
        icon: '/favicon.svg',
        data: { path: String(notice.path ?? '/desk') },
      });
    })(),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path = '/desk' } = event.notification.data ?? {};
  // Only ever a page of our own.
  const target = new URL(path, self.location.origin);
  if (target.origin !== self.location.origin) return;
  event.waitUntil(
    (async () => {
      const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
      const desk = windows.find((one) => /^\/(?!widget\/|site\/|auth\/)/.test(new URL(one.url).pathname));
      if (!desk) {
        await self.clients.openWindow(target.href);
        return;
      }
      await desk.focus();
      await desk.navigate(target.href).catch(() => self.clients.openWindow(target.href));
    })(),
  );
});
