import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import type { OperatedTenant } from './api.ts';
import { changeStatus } from './api.ts';
import styles from './operator.module.css';
import { useAct } from './useAct.ts';

const LONGEST_REASON = 500;

/** Says what will happen, and asks why. */
export function StatusDialog({ tenant, onClose }: { tenant: OperatedTenant; onClose: () => void }) {
  const { t } = useTranslation('operator');
  const http = useHttp();
  const [reason, setReason] = useState('');
  const suspending = tenant.status === 'active';
  const act = useAct(
    () => changeStatus(http, tenant, suspending ? 'suspended' : 'active', reason.trim()),
    onClose,
  );
  return (
    <Modal
      open
      title={t(suspending ? 'suspendTitle' : 'resumeTitle', { name: tenant.name })}
      okText={t(suspending ? 'suspend' : 'resume')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: suspending, disabled: reason.trim() === '', loading: act.isPending }}
      onOk={() => {
        act.mutate();
      }}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <p>{t(suspending ? 'suspendText' : 'resumeText')}</p>
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
