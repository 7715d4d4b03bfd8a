import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import styles from './care.module.css';
import type { Colleague } from './mentions.ts';

export const MENTION_LIST = 'mention-list';

export function mentionId(index: number): string {
  return `${MENTION_LIST}-${String(index)}`;
}

interface MentionMenuProps {
  found: readonly Colleague[];
  index: number;
  onPick: (colleague: Colleague) => void;
}

/** Shown above the note, which keeps the focus. */
export function MentionMenu({ found, index, onPick }: MentionMenuProps) {
  const { t } = useTranslation('care');
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  return (
    <div className={styles['menu']}>
      {found.length === 0 ? <p role="status">{t('mention.none')}</p> : null}
      <ul role="listbox" id={MENTION_LIST} aria-label={t('mention.title')}>
        {found.map((colleague, at) => (
          <li
            key={colleague.id}
            id={mentionId(at)}
            role="option"
            aria-selected={at === index}
            ref={at === index ? marked : null}
            // Before the note loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(colleague);
            }}
          >
            <Avatar id={colleague.id} name={colleague.name} size={26} />
            <span dir="auto">{colleague.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
