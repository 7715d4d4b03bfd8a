import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import type { Mode, OperatedTenant } from './api.ts';
import { changePlan, MODES, usePlanOf, usePlans } from './api.ts';
import styles from './operator.module.css';
import { useAct } from './useAct.ts';

const LONGEST_REASON = 300;

/** Another plan for a business; pressed twice it still changes once. */
export function PlanDialog({ tenant, onClose }: { tenant: OperatedTenant; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const http = useHttp();
  const plans = usePlans();
  const now = usePlanOf(tenant.id);
  const [key] = useState(() => crypto.randomUUID());
  const [planCode, setPlanCode] = useState<string>();
  const [mode, setMode] = useState<Mode>('pro-rata');
  const [reason, setReason] = useState('');
  const act = useAct(
    () => changePlan(http, tenant.id, { planCode: planCode ?? '', mode, reason: reason.trim() }, key),
    onClose,
  );
  const nameOf = (code: string) => plans.data?.find((plan) => plan.code === code)?.name ?? code;
  return (
    <Modal
      open
      title={t('planTitle', { name: tenant.name })}
      okText={t('plan')}
      cancelText={t('cancel')}
      okButtonProps={{
        disabled: planCode === undefined || reason.trim() === '',
        loading: act.isPending,
      }}
      onOk={() => {
        act.mutate();
      }}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        {now.data === undefined ? null : <p>{t('planNow', { plan: nameOf(now.data) })}</p>}
        <Radio.Group
          aria-label={t('planNew')}
          value={planCode}
          options={(plans.data ?? [])
            .filter((plan) => plan.code !== now.data)
            .map((plan) => ({ value: plan.code, label: plan.name }))}
          onChange={(event) => {
            setPlanCode(String(event.target.value));
          }}
        />
        <Radio.Group
          aria-label={t('mode')}
          value={mode}
          options={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(event) => {
            setMode(MODES.find((known) => known === event.target.value) ?? 'pro-rata');
          }}
        />
        <label>
          {t('reason')}
          <Input.TextArea
            value={reason}
            maxLength={LONGEST_REASON}
            autoSize={{ minRows: 2 }}
            placeholder={t('reasonHint')}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </label>
      </div>
    </Modal>
  );
}
