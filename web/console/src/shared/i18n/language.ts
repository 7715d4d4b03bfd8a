import { useTranslation } from 'react-i18next';
import type { Language } from '../lib/time.ts';

export const LANGUAGES: readonly Language[] = ['vi', 'en'];

export function isLanguage(value: string | null | undefined): value is Language {
  return value === 'vi' || value === 'en';
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'vi';
}
