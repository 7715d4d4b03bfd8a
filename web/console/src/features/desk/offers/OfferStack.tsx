import { useTranslation } from 'react-i18next';
import { usePhone } from '../../../shared/lib/useMedia.ts';
import { CallOfferCard } from '../calls/CallOfferCard.tsx';
import { useDeskState } from '../model/DeskContext.ts';
import { OfferCard } from './OfferCard.tsx';
import { OfferNotice } from './OfferNotice.tsx';
import styles from './offers.module.css';

const SHOWN = 3;
/** A phone keeps room for the conversation below. */
const SHOWN_ON_PHONE = 1;

/** Offers stay on every page until someone joins or their time is over; the one that ends first is on top. */
export function OfferStack() {
  const { t } = useTranslation('desk');
  const offers = useDeskState((state) => state.offers);
  const notices = useDeskState((state) => state.notices);
  // Whoever calls waits at this moment: calls come first.
  const sorted = [...offers].sort(
    (one, other) => Number(other.kind === 'call') - Number(one.kind === 'call') || one.endsAt - other.endsAt,
  );
  const shown = usePhone() ? SHOWN_ON_PHONE : SHOWN;
  const hidden = sorted.length - shown;
  return (
    <aside
      className={styles['stack']}
      aria-label={t('offers.label')}
      data-empty={offers.length + notices.length === 0}
    >
      <div aria-live="assertive" className="visually-hidden">
        {sorted.slice(0, 1).map((offer) => (
          <p key={offer.id}>
            {t('offers.announce', { name: offer.visitorName, department: offer.departmentName })}
          </p>
        ))}
      </div>
      {notices.map((notice) => (
        <OfferNotice key={notice.id} notice={notice} />
      ))}
      {sorted
        .slice(0, shown)
        .map((offer) =>
          offer.kind === 'call' ? (
            <CallOfferCard key={offer.id} offer={offer} />
          ) : (
            <OfferCard key={offer.id} offer={offer} />
          ),
        )}
      {hidden > 0 ? <p className={styles['more']}>{t('offers.more', { count: hidden })}</p> : null}
    </aside>
  );
}
