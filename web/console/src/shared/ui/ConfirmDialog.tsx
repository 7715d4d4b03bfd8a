import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What will happen, and what will be lost. */
  children: ReactNode;
  ok: string;
  danger?: boolean;
  onCancel: () => void;
  /** The dialog waits for it, then closes. */
  onOk: () => Promise<void>;
}

export function ConfirmDialog({
  open,
  title,
  children,
  ok,
  danger = false,
  onCancel,
  onOk,
}: ConfirmDialogProps) {
  const { t } = useTranslation('common');
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await onOk();
    } finally {
      setBusy(false);
      onCancel();
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={ok}
      okButtonProps={{ danger }}
      confirmLoading={busy}
      cancelText={t('actions.cancel')}
      onOk={() => void go()}
      onCancel={onCancel}
    >
      {children}
    </Modal>
  );
}
