import { LockOutlined, WarningOutlined } from '@ant-design/icons';
import type { Message } from '@dakenh/socket';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import threadStyles from '../thread/thread.module.css';
import { retryMessage } from './api.ts';
import styles from './channel.module.css';
import { useChannelError } from './useChannelError.ts';
import { useReason } from './useReason.ts';

/** A private answer to a comment for all to read. */
export function AloneMark() {
  const { t } = useTranslation('channelDesk');
  return (
    <span className={styles['alone']}>
      <LockOutlined aria-hidden="true" /> {t('delivery.alone')}
    </span>
  );
}

interface FailedProps {
  conversationId: string;
  message: Message;
  /** Whether one may send it again. */
  mine: boolean;
}

/** Why it did not go out, and the way out of it. */
export function FailedDelivery({ conversationId, message, mine }: FailedProps) {
  const { t } = useTranslation('channelDesk');
  const http = useHttp();
  const reason = useReason();
  const errorText = useErrorText();
  const channelError = useChannelError();
  const { message: notices } = App.useApp();
  const { failureCode, retryable } = message.channel ?? {};
  const charged = failureCode === 'charged-consent-needed';
  const retry = useMutation({
    mutationFn: () => retryMessage(http, conversationId, message.sequence, charged),
    onError: (error) => void notices.error(channelError(error) ?? errorText.of(error)),
  });
  return (
    <span className={threadStyles['failed']} role="alert" data-testid="delivery-failed">
      <span>
        <WarningOutlined aria-hidden="true" /> {t('delivery.failed')}. {reason(failureCode)}
      </span>
      {mine && retryable === true ? (
        <Button
          size="small"
          loading={retry.isPending}
          onClick={() => {
            retry.mutate();
          }}
          data-testid="delivery-retry"
        >
          {t(charged ? 'delivery.retryCharged' : 'delivery.retry')}
        </Button>
      ) : null}
    </span>
  );
}
