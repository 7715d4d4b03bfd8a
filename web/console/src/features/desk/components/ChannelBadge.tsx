import { FacebookFilled, GlobalOutlined } from '@ant-design/icons';
import type { ChannelKind } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import styles from './ChannelBadge.module.css';

/** Which channel a conversation came by: a mark for the eye, a word for the ear. */
export function ChannelBadge({ kind }: { kind: ChannelKind }) {
  const { t } = useTranslation('common');
  return (
    <span className={styles['badge']} data-kind={kind}>
      {kind === 'facebook' ? <FacebookFilled aria-hidden="true" /> : null}
      {kind === 'livetalk' ? <GlobalOutlined aria-hidden="true" /> : null}
      {kind === 'zalo' ? <span aria-hidden="true">Z</span> : null}
      <span className="visually-hidden">{t(`channel.${kind}`)}</span>
    </span>
  );
}
