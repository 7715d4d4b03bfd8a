import { useTranslation } from 'react-i18next';
import type { Change } from '../contract.ts';
import styles from '../section.module.css';
import type { Describe } from '../useWords.ts';

interface ChangeListProps {
  changes: readonly Change[];
  describe: Describe;
  contents: readonly unknown[];
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** A version in sentences: "Tiêu đề: Xin chào → Chào bạn". */
export function ChangeList({ changes, describe, contents }: ChangeListProps) {
  const { t } = useTranslation('section');
  if (changes.length === 0) return <p className={styles['quiet']}>{t('history.noChanges')}</p>;
  return (
    <ul className={styles['changes']}>
      {changes.map((change, index) => (
        <li key={`${change.pointer} ${String(index)}`} data-op={change.op}>
          <span className={styles['changeLabel']}>{describe.label(change.pointer, wrapped(change))}</span>
          <span className={styles['changeOp']}>{t(`history.op.${change.op}`)}</span>
          <span className={styles['changeValues']}>
            {change.op === 'add' ? null : (
              <del>
                <Value text={describe.value(change.pointer, change.before, contents)} raw={change.before} />
              </del>
            )}
            {change.op === 'remove' ? null : (
              <ins>
                <Value text={describe.value(change.pointer, change.after, contents)} raw={change.after} />
              </ins>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Value({ text, raw }: { text: string; raw: unknown }) {
  return (
    <>
      {typeof raw === 'string' && COLOUR.test(raw) ? (
        <span className={styles['swatch']} style={{ background: raw }} aria-hidden="true" />
      ) : null}
      {text}
    </>
  );
}

/** Positions are those of that version, so only an item that came or went can be named: by its own change. */
function wrapped({ pointer, before, after }: Change): unknown[] {
  const [list, id] = pointer.split('/').slice(1);
  if (list === undefined || id === undefined || pointer.split('/').length !== 3) return [];
  const item = after ?? before;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  return [{ [list]: [{ ...item, id }] }];
}
