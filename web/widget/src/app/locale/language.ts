import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '../../shared/locale.ts';
import type { Texts } from './vi.ts';
import { vi } from './vi.ts';

export interface Language {
  locale: Locale;
  texts: Texts;
  time: (instant: string) => string;
  day: (instant: string, now: Date) => string;
}

function dayNumber(date: Date): number {
  return Math.round(new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 86_400_000);
}

export function language(locale: Locale, texts: Texts = vi): Language {
  // British English, so that both languages read day before month.
  const tag = locale === 'en' ? 'en-GB' : 'vi-VN';
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const calendar = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric' });
  return {
    locale,
    texts,
    time: (instant) => clock.format(new Date(instant)),
    day: (instant, now) => {
      const date = new Date(instant);
      const age = dayNumber(now) - dayNumber(date);
      if (age === 0) return texts.today;
      return age === 1 ? texts.yesterday : calendar.format(date);
    },
  };
}

export const LanguageContext = createContext<Language>(language('vi'));

export function useLanguage(): Language {
  return useContext(LanguageContext);
}
