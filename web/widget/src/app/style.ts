import css from './style.css?inline';

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
