import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../model/DeskContext.ts';
import type { DeskNotice } from '../model/state.ts';
import styles from './offers.module.css';

const SHOWN_MILLISECONDS = 8000;

/** How an offer ended without this agent; fades by itself. */
export function OfferNotice({ notice }: { notice: DeskNotice }) {
  const { t } = useTranslation(['desk', 'common']);
  const desk = useDesk();
  useEffect(() => {
    const timer = setTimeout(() => {
      desk.dispatch({ type: 'notice-read', id: notice.id });
    }, SHOWN_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [desk, notice.id]);
  const visitor = notice.visitorName === '' ? t('thread.anonymous') : notice.visitorName;
  const key = notice.kind === 'taken' && notice.name === '' ? 'takenUnknown' : notice.kind;
  return (
    <div className={styles['notice']} role="status" data-testid="offer-notice">
      <span>{t(`offers.${key}`, { name: notice.name, visitor })}</span>
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('actions.close', { ns: 'common' })}
        onClick={() => {
          desk.dispatch({ type: 'notice-read', id: notice.id });
        }}
      />
    </div>
  );
}
