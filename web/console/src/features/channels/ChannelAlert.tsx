import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../../shared/session/me.ts';
import { useChannels } from './api.ts';
import styles from './channels.module.css';
import { toChannels } from './routes.ts';

const EVERY_MILLISECONDS = 60_000;

/** On every page of an owner: a Page or OA that cannot answer its customers until someone signs in again. */
export function ChannelAlert() {
  const me = useMe();
  const { pathname } = useLocation();
  return me.roles.includes('owner') && pathname !== toChannels() ? <Alert /> : null;
}

function Alert() {
  const { t } = useTranslation('channels');
  const channels = useChannels(EVERY_MILLISECONDS);
  const cut = channels.data?.filter((channel) => channel.state === 'reconnect-required') ?? [];
  const [first] = cut;
  if (!first) return null;
  return (
    <div className={styles['alert']} role="status" data-testid="channel-alert">
      <WarningOutlined aria-hidden="true" />
      <span>
        {cut.length === 1 ? t('alertOne', { name: first.name }) : t('alertMany', { count: cut.length })}
      </span>
      <Link to={toChannels()}>{t('alertOpen')}</Link>
    </div>
  );
}
