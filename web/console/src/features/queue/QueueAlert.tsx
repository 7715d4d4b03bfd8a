import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWaitingAlerts } from '../../shared/live/WaitingAlerts.ts';
import { QUEUE_KEY } from './api.ts';
import { toQueue } from './routes.ts';

const ALERT = 'queue-alert';

/** On every page: tells an owner at once when nobody joined a visitor in the whole time. */
export function QueueAlert() {
  const { t } = useTranslation('queue');
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { onWaiting } = useWaitingAlerts();
  useEffect(
    () =>
      onWaiting((reason) => {
        void client.invalidateQueries({ queryKey: QUEUE_KEY });
        if (reason !== 'total-time-over') return;
        // One notice, however many wait: the page behind it lists them.
        notification.warning({
          key: ALERT,
          title: t('alertTitle'),
          description: t('alert'),
          duration: 0,
          actions: (
            <Button
              type="primary"
              size="small"
              onClick={() => {
                notification.destroy(ALERT);
                void navigate(toQueue());
              }}
            >
              {t('alertOpen')}
            </Button>
          ),
        });
      }),
    [onWaiting, notification, navigate, client, t],
  );
  return null;
}
