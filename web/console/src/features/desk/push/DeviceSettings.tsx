import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import styles from './push.module.css';
import { pushSupported, subscribe, subscribed, unsubscribe } from './push.ts';
import { useInstall } from './useInstall.ts';

const KEY = ['push-subscribed'] as const;

/** What this browser does while the desk is closed: notices, and an app of its own. */
export function DeviceSettings() {
  const { t } = useTranslation('care');
  const install = useInstall();
  return (
    <div className={styles['device']}>
      {pushSupported() ? <Notices /> : null}
      {install === undefined ? null : (
        <Button block onClick={install}>
          {t('push.install')}
        </Button>
      )}
    </div>
  );
}

function Notices() {
  const { t } = useTranslation('care');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const on = useQuery({ queryKey: KEY, queryFn: subscribed, staleTime: 0 });
  const change = useMutation({
    mutationFn: async (next: boolean) => {
      if (!next) await unsubscribe(http);
      else if (!(await subscribe(http))) void message.warning(t('push.denied'));
    },
    onError: (error) => {
      void message.error(error instanceof DOMException ? t('push.failed') : errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <label className={styles['row']}>
      <span>
        {t('push.title')}
        <small>{t('push.help')}</small>
      </span>
      <Switch
        checked={on.data === true}
        loading={on.isPending || change.isPending}
        onChange={(next) => {
          change.mutate(next);
        }}
        data-testid="push-switch"
      />
    </label>
  );
}
