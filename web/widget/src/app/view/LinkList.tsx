import type { JSX } from 'preact';
import { LINK_ICONS } from '../../shared/linkIcons.ts';
import type { Links } from '../../shared/shell.ts';
import { useLanguage } from '../locale/language.ts';

/** The tenant's other links, where the window fills the screen and nothing can stand beside it. */
export function LinkList({ links }: { links: Links }): JSX.Element | null {
  const { texts } = useLanguage();
  if (links.items.length === 0) return null;
  return (
    <nav class="links" aria-label={texts.links}>
      {links.items.map(({ kind, url, description }) => (
        <a
          key={url}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={description || kind}
          title={description || kind}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={LINK_ICONS[kind]} />
          </svg>
        </a>
      ))}
    </nav>
  );
}
