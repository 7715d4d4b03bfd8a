import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { clockTime } from '../../../shared/lib/time.ts';
import { isChannelReason, useReason } from '../channel/useReason.ts';
import { useDesk } from '../model/DeskContext.ts';
import type { Outgoing } from '../model/state.ts';
import { FileGrid } from './attachments/FileGrid.tsx';
import { DeliveryMark } from './message/DeliveryMark.tsx';
import styles from './thread.module.css';

/** A message the server has not confirmed: on its way, waiting for the connection, or refused with the reason. */
export function OutgoingBubble({ outgoing, online }: { outgoing: Outgoing; online: boolean }) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const errorText = useErrorText();
  const reason = useReason();
  const code = outgoing.code ?? '';
  const failed = outgoing.state === 'failed';
  return (
    <li
      className={styles['message']}
      data-own
      data-starts
      data-pending={!failed}
      data-testid="message-outgoing"
    >
      <div className={styles['said']}>
        <span className="visually-hidden">{t('thread.you')}</span>
        {outgoing.attachments ? <FileGrid files={outgoing.attachments} /> : null}
        {outgoing.text === '' ? null : (
          <p className={styles['bubble']} dir="auto">
            {outgoing.text}
          </p>
        )}
        {failed ? (
          <span className={styles['failed']} role="alert">
            <span>
              <WarningOutlined aria-hidden="true" /> {t('mark.failed')}.{' '}
              {isChannelReason(code) ? reason(code) : errorText.ofCode(code)}
            </span>
            <Button
              size="small"
              onClick={() => {
                desk.retry(outgoing.clientMessageId);
              }}
            >
              {t('mark.retry')}
            </Button>
            <Button
              size="small"
              type="text"
              onClick={() => {
                desk.discard(outgoing.clientMessageId);
              }}
            >
              {t('mark.discard')}
            </Button>
          </span>
        ) : (
          <span className={styles['mark']}>
            <time dateTime={outgoing.createdAt}>{clockTime(outgoing.createdAt)}</time>
            <DeliveryMark state={online ? 'sending' : 'queued'} />
          </span>
        )}
      </div>
    </li>
  );
}
