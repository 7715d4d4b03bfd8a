import css from './style.css?inline';

/** Rules of a part that is loaded later; where the file is used, it has them all. */
export function addStyle(rules: string): void {
  if (document.adoptedStyleSheets.length === 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** A constructed sheet costs no request of its own; browsers without them load the same rules as a file. */
export function applyStyle(): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  } catch {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = 'app.css';
    document.head.append(link);
  }
}
