import { adaptedTo, readableOn } from '../shared/color.ts';

const SURFACE = { light: '#ffffff', dark: '#17191d' };

/** Sets the tenant's colours, each moved until it can be read where it stands. */
export function applyTheme(
  root: HTMLElement,
  { headerColor, textColor }: { headerColor: string; textColor: string },
  dark: boolean,
): void {
  const theme = dark ? 'dark' : 'light';
  root.dataset['theme'] = theme;
  root.style.setProperty('--header', headerColor);
  root.style.setProperty('--on-header', readableOn(headerColor, textColor));
  root.style.setProperty('--accent', adaptedTo(SURFACE[theme], headerColor));
}
