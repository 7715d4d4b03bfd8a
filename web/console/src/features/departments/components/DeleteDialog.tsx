import { etagOf } from '@dakenh/api-client';
import { Alert, App, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import type { Department } from '../api/departments.ts';
import { useDeleteDepartment } from '../api/departments.ts';
import styles from '../departments.module.css';

interface DeleteDialogProps {
  department: Department;
  others: readonly Department[];
  onClose: () => void;
}

/** Says what is lost, and asks who takes over where the server would. */
export function DeleteDialog({ department, others, onClose }: DeleteDialogProps) {
  const { t } = useTranslation(['departments', 'common']);
  const { message } = App.useApp();
  const errorText = useErrorText();
  const remove = useDeleteDepartment();
  const [successorId, setSuccessorId] = useState<string>();
  const fieldId = useId();
  const blocked = department.default && others.length === 0;
  const { name } = department;
  const confirm = () => {
    remove.mutate(
      { id: department.id, etag: etagOf(department.version), successorId },
      {
        onSuccess: () => {
          void message.success(t('deleted', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('deleteTitle', { name })}
      okText={t('actions.delete', { ns: 'common' })}
      cancelText={t('actions.cancel', { ns: 'common' })}
      okButtonProps={{ danger: true, disabled: blocked || (department.default && successorId === undefined) }}
      confirmLoading={remove.isPending}
      onOk={confirm}
      onCancel={onClose}
    >
      <p>{blocked ? t('onlyOne') : t('deleteBody')}</p>
      {others.length > 0 ? (
        <div className={styles['successor']}>
          <label htmlFor={fieldId}>
            {t('successor')}
            {department.default ? ' *' : ''}
          </label>
          <Select
            id={fieldId}
            value={successorId ?? null}
            allowClear={!department.default}
            placeholder={t('successorPlaceholder')}
            onChange={(value: string | null | undefined) => {
              setSuccessorId(value ?? undefined);
            }}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
          />
          <small>{t('successorHelp')}</small>
        </div>
      ) : null}
      {remove.isError ? <Alert type="error" showIcon title={errorText.of(remove.error)} /> : null}
    </Modal>
  );
}
