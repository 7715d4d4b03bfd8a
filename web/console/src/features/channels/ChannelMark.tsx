import { FacebookFilled } from '@ant-design/icons';
import type { Kind } from './api.ts';
import styles from './channels.module.css';

/** The provider's sign on a picture; the word for it stands beside. */
export function ChannelMark({ kind }: { kind: Kind }) {
  return (
    <span className={styles['mark']} data-kind={kind} aria-hidden="true">
      {kind === 'facebook' ? <FacebookFilled /> : 'Z'}
    </span>
  );
}
