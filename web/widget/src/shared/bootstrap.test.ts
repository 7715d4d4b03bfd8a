import { afterEach, expect, test, vi } from 'vitest';
import { BootstrapMissing, DEFAULT_BOOTSTRAP, loadBootstrap, parseBootstrap } from './bootstrap.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('takes what is usable and keeps the default for the rest', () => {
  const parsed = parseBootstrap({
    title: ' Hoa Mai ',
    headerColor: 'red;background:url(//xau.example)',
    textColor: '#FFF',
    position: 'top',
    launcherLabel: 7,
  });
  expect(parsed).toEqual({ ...DEFAULT_BOOTSTRAP, title: 'Hoa Mai', textColor: '#FFF' });
});

test.each([null, 'text', 3, []])('%j is no document, and no reason to fall over', (value) => {
  expect(parseBootstrap(value)).toEqual(DEFAULT_BOOTSTRAP);
});

test('says apart an unknown widget and a server in trouble', async () => {
  const fetching = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetching);
  fetching.mockResolvedValueOnce(new Response('{}', { status: 404 }));
  await expect(loadBootstrap('https://chat.example', 'a/b')).rejects.toBeInstanceOf(BootstrapMissing);
  expect(fetching).toHaveBeenCalledWith('https://chat.example/api/config/v1/public/widgets/a%2Fb', {
    credentials: 'omit',
  });
  fetching.mockResolvedValueOnce(new Response('', { status: 503 }));
  await expect(loadBootstrap('https://chat.example', 'k')).rejects.not.toBeInstanceOf(BootstrapMissing);
});
