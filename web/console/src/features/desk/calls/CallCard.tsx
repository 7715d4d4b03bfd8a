import { PhoneOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { useDesk } from '../model/DeskContext.ts';
import type { PastCall } from './api.ts';
import styles from './calls.module.css';
import { callsVi } from './locale.ts';
import { useLength } from './time.ts';
import { useCall } from './useCall.ts';

type Reason = keyof typeof callsVi.reasons;

function reasonOf(call: PastCall): Reason | undefined {
  const { reason } = call;
  return reason !== undefined && Object.hasOwn(callsVi.reasons, reason) ? (reason as Reason) : undefined;
}

/** What became of a call, and the way to call back. */
export function CallCard({
  call,
  conversationId,
  open,
}: {
  call: PastCall;
  conversationId: string;
  open: boolean;
}) {
  const { t } = useTranslation('calls');
  const desk = useDesk();
  const length = useLength();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { view } = useCall();
  const busy = view !== undefined && view.state !== 'ended';
  const outcome = call.outcome ?? 'completed';
  const talked = call.connectedAt !== undefined && call.endedAt !== undefined;
  const kind = !talked && call.startedBy === 'agent' ? 'callBack' : outcome;
  const names = call.participants
    .filter((part) => part.kind === 'agent' && part.joinedAt !== undefined)
    .map((part) => part.name);
  const reason = reasonOf(call);
  const why = reason === undefined ? '' : t(`reasons.${reason}`);
  const details = talked
    ? [
        length(Date.parse(call.endedAt ?? '') - Date.parse(call.connectedAt ?? '')),
        [...new Set(names)].join(', '),
      ]
    : [outcome === 'cancelled' && call.startedBy === 'visitor' ? t('card.hungUp') : why];
  const callBack = async () => {
    try {
      await desk.calls.start(conversationId, call.media);
    } catch (error) {
      void message.error(errorText.of(error));
    }
  };
  return (
    <div className={styles['card']} data-missed={!talked} data-testid="call-card" data-outcome={outcome}>
      <span className={styles['cardIcon']} aria-hidden="true">
        {call.media === 'video' ? <VideoCameraOutlined /> : <PhoneOutlined />}
      </span>
      <div className={styles['cardText']}>
        <strong>{t(`card.${kind}.${call.media}`)}</strong>
        <span dir="auto">{details.filter((one) => one !== '').join(' · ')}</span>
        <time dateTime={call.startedAt} title={fullTime(call.startedAt)}>
          {clockTime(call.startedAt)}
        </time>
      </div>
      {open ? (
        <Button
          size="small"
          type={talked ? 'default' : 'primary'}
          icon={<PhoneOutlined aria-hidden="true" />}
          disabled={busy}
          onClick={() => void callBack()}
          data-testid="call-back"
        >
          {t('card.again')}
        </Button>
      ) : null}
    </div>
  );
}
