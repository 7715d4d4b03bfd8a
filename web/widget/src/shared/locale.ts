export type Locale = 'vi' | 'en';

/** The first wish that names a language we speak; Vietnamese where nobody asked for anything. */
export function chooseLocale(...wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const language = wish?.trim().toLowerCase().split(/[-_]/)[0];
    if (language === 'vi' || language === 'en') return language;
  }
  return 'vi';
}
