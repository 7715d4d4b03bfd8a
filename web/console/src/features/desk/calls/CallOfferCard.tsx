import { PhoneFilled, PhoneOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { Countdown } from '../offers/Countdown.tsx';
import offers from '../offers/offers.module.css';
import { useDesk } from '../model/DeskContext.ts';
import type { LiveOffer } from '../model/state.ts';
import { toDesk } from '../routes.ts';
import styles from './calls.module.css';

/** A call that rings: stays until somebody answers. */
export function CallOfferCard({ offer }: { offer: LiveOffer }) {
  const { t } = useTranslation(['calls', 'desk']);
  const desk = useDesk();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const media = offer.media ?? 'audio';
  const failed = (error: unknown) => {
    void message.error(errorText.of(error));
  };
  const answer = useMutation({
    mutationFn: () => desk.calls.answer(offer.callId ?? '', media, () => desk.accept(offer)),
    onSuccess: (mine) => {
      if (mine) void navigate(toDesk('mine', offer.conversationId));
      const { trouble } = desk.calls.session.get();
      if (!mine && trouble?.kind === 'microphone') void message.error(t(`trouble.microphone.${trouble.why}`));
    },
    onError: failed,
  });
  const pass = useMutation({ mutationFn: () => desk.decline(offer), onError: failed });
  const name = offer.visitorName === '' ? t('thread.anonymous', { ns: 'desk' }) : offer.visitorName;
  return (
    <section
      className={offers['card']}
      aria-label={`${t(`offer.${media}`)}: ${name}`}
      data-testid="call-offer"
      data-media={media}
    >
      <div className={offers['head']}>
        <span className={styles['ringing']} aria-hidden="true">
          {media === 'video' ? <VideoCameraOutlined /> : <PhoneOutlined />}
        </span>
        <div className={offers['who']}>
          <strong>{name}</strong>
          <span>
            {t(`offer.${media}`)} · {offer.departmentName}
          </span>
        </div>
        <Countdown offer={offer} />
      </div>
      <div className={offers['actions']}>
        <Button
          disabled={answer.isPending}
          loading={pass.isPending}
          onClick={() => {
            pass.mutate();
          }}
          data-testid="call-pass"
        >
          {t('offer.pass')}
        </Button>
        <Button
          type="primary"
          icon={<PhoneFilled aria-hidden="true" />}
          disabled={pass.isPending}
          loading={answer.isPending}
          onClick={() => {
            answer.mutate();
          }}
          data-testid="call-answer"
        >
          {t('offer.answer')}
        </Button>
      </div>
    </section>
  );
}
