import type { Locale } from '../../shared/locale.ts';
import type { Language } from './language.ts';
import { language } from './language.ts';
import { vi } from './vi.ts';

/** Most visitors read Vietnamese; other words are fetched by those who read them. */
export async function loadLanguage(locale: Locale): Promise<Language> {
  if (locale === 'vi') return language('vi');
  const texts = await import('./en.ts').then(
    ({ en }) => en,
    // Cut off in the middle: Vietnamese is better than nothing.
    () => vi,
  );
  return language(locale, texts);
}
