import { Button, Modal, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { fullDate } from '../../shared/lib/time.ts';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Erasure } from './erasures.ts';
import { receiptOf, useErasure } from './erasures.ts';
import styles from './operator.module.css';
import { saveJson } from './saveJson.ts';
import { useAct } from './useAct.ts';

/** How far it got, service by service; the receipt when it is over. */
export function ErasureDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const http = useHttp();
  const { data } = useErasure(id);
  const save = useAct(
    async () => {
      const receipt = await receiptOf(http, id);
      saveJson(`erasure-${receipt.tenantId}.json`, receipt);
    },
    () => undefined,
  );
  const over = data?.completedAt !== undefined;
  return (
    <Modal
      open
      width={720}
      title={t(over ? 'receipt' : 'erasing')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('close')}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!over}
          loading={save.isPending}
          onClick={() => {
            save.mutate();
          }}
        >
          {t('saveReceipt')}
        </Button>,
      ]}
    >
      {data === undefined ? <Spin /> : <Receipt erasure={data} />}
    </Modal>
  );
}

function Receipt({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation('operator');
  return (
    <div className={styles['form']}>
      <dl className={styles['facts']}>
        <dt>{t('name')}</dt>
        <dd>
          {erasure.name === undefined ? null : <bdi>{erasure.name} </bdi>}
          <small>{erasure.tenantId}</small>
        </dd>
        <dt>{t('reason')}</dt>
        <dd dir="auto">{erasure.reason}</dd>
        <dt>{t('requestedAt')}</dt>
        <dd>{fullDate(erasure.requestedAt)}</dd>
        <dt>{t('completedAt')}</dt>
        <dd aria-live="polite">
          {erasure.completedAt === undefined ? t('notYet') : fullDate(erasure.completedAt)}
        </dd>
        <dt>{t('nameHash')}</dt>
        <dd>
          <small>{erasure.nameHash}</small>
        </dd>
      </dl>
      <ul className={styles['services']} aria-label={t('services')}>
        {erasure.services.map((part) => (
          <li key={part.service} data-testid="erased-service">
            <span>
              <Pill tone={part.state === 'erased' ? 'good' : 'calm'}>{t(`part.${part.state}`)}</Pill>{' '}
              {part.service}
            </span>
            <small>{sums(part.erased)}</small>
            {part.kept.length === 0 ? null : <small>{t('kept', { what: sums(part.kept) })}</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function sums(counts: { what: string; count: number }[]) {
  return counts.map(({ what, count }) => `${what}: ${String(count)}`).join(' · ');
}
