import { ClockCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../thread.module.css';
import type { DeliveryState } from './delivery.ts';

function Ticks({ path }: { path: string }) {
  return (
    <svg className={styles['ticks']} viewBox="0 0 20 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const ONE = <Ticks path="m2 8 4 4 7-8" />;
const TWO = <Ticks path="m2 8 4 4 7-8M10 11l1 1 7-8" />;

const ICONS: Record<DeliveryState, ReactNode> = {
  queued: <ClockCircleOutlined aria-hidden="true" />,
  sending: <LoadingOutlined aria-hidden="true" />,
  sent: ONE,
  delivered: TWO,
  read: TWO,
};

/** Where what an agent wrote is by now, in a sign and in words. */
export function DeliveryMark({ state, children }: { state: DeliveryState; children?: ReactNode }) {
  const { t } = useTranslation('desk');
  return (
    <span className={styles['state']} data-testid="delivery" data-state={state}>
      {ICONS[state]}
      {t(`mark.${state}`)}
      {children}
    </span>
  );
}
