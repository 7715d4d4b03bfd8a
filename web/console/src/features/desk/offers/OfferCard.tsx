import { App, Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { useDesk } from '../model/DeskContext.ts';
import type { LiveOffer } from '../model/state.ts';
import { toDesk } from '../routes.ts';
import { Countdown } from './Countdown.tsx';
import styles from './offers.module.css';

export function OfferCard({ offer }: { offer: LiveOffer }) {
  const { t } = useTranslation(['desk', 'common']);
  const desk = useDesk();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const failed = (error: unknown) => {
    void message.error(errorText.of(error));
  };
  const join = useMutation({
    mutationFn: () => desk.accept(offer),
    onSuccess: (mine) => {
      if (mine) void navigate(toDesk('mine', offer.conversationId));
    },
    onError: failed,
  });
  const pass = useMutation({ mutationFn: () => desk.decline(offer), onError: failed });
  const name = offer.visitorName === '' ? t('thread.anonymous') : offer.visitorName;
  return (
    <section
      className={styles['card']}
      aria-label={`${t('offers.title')}: ${name}`}
      data-testid="offer"
      data-conversation={offer.conversationId}
    >
      <div className={styles['head']}>
        <Avatar id={offer.conversationId} name={name} size={40} />
        <div className={styles['who']}>
          <strong>{name}</strong>
          <span>
            {t('offers.from', {
              department: offer.departmentName,
              channel: t(`channel.${offer.channelKind}`, { ns: 'common' }),
            })}
          </span>
        </div>
        <Countdown offer={offer} />
      </div>
      {offer.preview === '' ? null : <p className={styles['preview']}>{offer.preview}</p>}
      <div className={styles['actions']}>
        <Button
          disabled={join.isPending}
          loading={pass.isPending}
          onClick={() => {
            pass.mutate();
          }}
          data-testid="offer-pass"
        >
          {t('offers.pass')}
        </Button>
        <Button
          type="primary"
          disabled={pass.isPending}
          loading={join.isPending}
          onClick={() => {
            join.mutate();
          }}
          data-testid="offer-join"
        >
          {t('offers.join')}
        </Button>
      </div>
    </section>
  );
}
