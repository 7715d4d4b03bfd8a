import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import type { OperatedTenant } from './api.ts';
import { eraseTenant } from './erasures.ts';
import styles from './operator.module.css';
import { useAct } from './useAct.ts';

const LONGEST_REASON = 500;

interface EraseDialogProps {
  tenant: OperatedTenant;
  onClose: () => void;
  /** It has begun; the id under which it is written down. */
  onBegun: (id: string) => void;
}

/** Nothing of this can be undone: the name has to be typed. */
export function EraseDialog({ tenant, onClose, onBegun }: EraseDialogProps) {
  const { t } = useTranslation('operator');
  const http = useHttp();
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct(async () => {
    onBegun(await eraseTenant(http, tenant.id, { name, reason: reason.trim() }));
  }, onClose);
  return (
    <Modal
      open
      title={t('eraseTitle', { name: tenant.name })}
      okText={t('erase')}
      cancelText={t('cancel')}
      okButtonProps={{
        danger: true,
        disabled: name !== tenant.name || reason.trim() === '',
        loading: act.isPending,
      }}
      onOk={() => {
        act.mutate();
      }}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <Alert type="warning" showIcon title={t('eraseText')} />
        <label>
          {t('eraseName', { name: tenant.name })}
          <Input
            value={name}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </label>
        <label>
          {t('reason')}
          <Input.TextArea
            value={reason}
            maxLength={LONGEST_REASON}
            autoSize={{ minRows: 2 }}
            placeholder={t('eraseReasonHint')}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </label>
      </div>
    </Modal>
  );
}
