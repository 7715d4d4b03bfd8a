import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { fullDate } from '../../shared/lib/time.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { OperatedTenant, Status } from './api.ts';
import { STATUSES, useTenants } from './api.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { ErasureDialog } from './ErasureDialog.tsx';
import styles from './operator.module.css';
import { PlanDialog } from './PlanDialog.tsx';
import { Receipts } from './Receipts.tsx';
import { StatusDialog } from './StatusDialog.tsx';

const ALL = 'all';

interface Asked {
  kind: 'status' | 'plan' | 'erase';
  tenant: OperatedTenant;
}

/** Every business of the platform, and what its operator may do to one. */
export function OperatorPage() {
  const { t } = useTranslation('operator');
  const [words, setWords] = useState('');
  const [status, setStatus] = useState<Status>();
  const [asked, setAsked] = useState<Asked>();
  const [erasure, setErasure] = useState<string>();
  const close = () => {
    setAsked(undefined);
  };
  return (
    <Page title={t('title')} description={t('description')}>
      <div className={styles['bar']}>
        <Input.Search aria-label={t('search')} placeholder={t('search')} allowClear onSearch={setWords} />
        <Segmented
          aria-label={t('filter')}
          value={status ?? ALL}
          onChange={(chosen) => {
            setStatus(STATUSES.find((known) => known === chosen));
          }}
          options={[
            { value: ALL, label: t('all') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      <PagedCard
        pages={useTenants({ q: words.trim() === '' ? undefined : words.trim(), status })}
        none={<Notice title={t('noneTitle')} text={t('none')} />}
      >
        {(rows) => (
          <RecordTable
            label={t('title')}
            head={
              <>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('filter')}</th>
                <th scope="col">{t('since')}</th>
                <th scope="col">{t('actions')}</th>
              </>
            }
          >
            {rows.map((tenant) => (
              <Row key={tenant.id} tenant={tenant} onAsk={setAsked} />
            ))}
          </RecordTable>
        )}
      </PagedCard>
      {asked?.kind === 'status' ? <StatusDialog tenant={asked.tenant} onClose={close} /> : null}
      {asked?.kind === 'erase' ? (
        <EraseDialog tenant={asked.tenant} onClose={close} onBegun={setErasure} />
      ) : null}
      {erasure === undefined ? null : (
        <ErasureDialog
          id={erasure}
          onClose={() => {
            setErasure(undefined);
          }}
        />
      )}
      <Receipts onOpen={setErasure} />
      {asked?.kind === 'plan' ? <PlanDialog tenant={asked.tenant} onClose={close} /> : null}
    </Page>
  );
}

function Row({ tenant, onAsk }: { tenant: OperatedTenant; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation('operator');
  const active = tenant.status === 'active';
  const erasing = tenant.status === 'erasing';
  return (
    <tr data-testid="operated-tenant">
      <td data-label={t('name')}>
        <div className={styles['name']}>
          <bdi>{tenant.name}</bdi>
          <small>{tenant.id}</small>
        </div>
      </td>
      <td data-label={t('filter')}>
        <div className={styles['name']}>
          <Pill tone={active ? 'good' : 'bad'}>{t(`status.${tenant.status}`)}</Pill>
          {tenant.statusReason === undefined ? null : <small dir="auto">{tenant.statusReason}</small>}
        </div>
      </td>
      <td data-label={t('since')}>
        <time dateTime={tenant.createdAt}>{fullDate(tenant.createdAt)}</time>
      </td>
      <td data-label={t('actions')}>
        <div className={styles['acts']}>
          {erasing ? null : (
            <>
              <Button
                size="small"
                danger={active}
                onClick={() => {
                  onAsk({ kind: 'status', tenant });
                }}
              >
                {t(active ? 'suspend' : 'resume')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  onAsk({ kind: 'plan', tenant });
                }}
              >
                {t('plan')}
              </Button>
            </>
          )}
          {tenant.status === 'suspended' ? (
            <Button
              size="small"
              danger
              type="primary"
              onClick={() => {
                onAsk({ kind: 'erase', tenant });
              }}
            >
              {t('erase')}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
