import type { Bootstrap } from '../shared/bootstrap.ts';
import { adaptedTo, readableOn } from '../shared/color.ts';

const SURFACE = { light: '#ffffff', dark: '#17191d' };

/** Sets the tenant's colours, each moved until it can be read where it stands. */
export function applyTheme(root: HTMLElement, bootstrap: Bootstrap, dark: boolean): void {
  const theme = dark ? 'dark' : 'light';
  root.dataset['theme'] = theme;
  const { headerColor, textColor } = bootstrap;
  root.style.setProperty('--header', headerColor);
  root.style.setProperty('--on-header', readableOn(headerColor, textColor));
  root.style.setProperty('--accent', adaptedTo(SURFACE[theme], headerColor));
}
