import { Alert, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import type { Waiting } from './api.ts';
import { useReachable } from './api.ts';
import styles from './queue.module.css';

interface AssignDialogProps {
  waiting: Waiting;
  busy: boolean;
  onAssign: (agent: { id: string; name: string }) => void;
  onClose: () => void;
}

export function AssignDialog({ waiting, busy, onAssign, onClose }: AssignDialogProps) {
  const { t } = useTranslation(['queue', 'common']);
  const errorText = useErrorText();
  const agents = useReachable();
  const [chosen, setChosen] = useState<string>();
  const agent = agents.data?.find(({ id }) => id === chosen);
  return (
    <Modal
      open
      title={t('assignTitle', { visitor: waiting.visitorName })}
      okText={t('assign')}
      cancelText={t('actions.cancel', { ns: 'common' })}
      okButtonProps={{ disabled: agent === undefined }}
      confirmLoading={busy}
      onOk={() => {
        if (agent) onAssign(agent);
      }}
      onCancel={onClose}
    >
      <p>{t('assignHelp')}</p>
      {agents.isError ? (
        <Alert type="error" showIcon title={errorText.of(agents.error)} role="alert" />
      ) : null}
      {agents.data?.length === 0 ? <p role="status">{t('assignNobody')}</p> : null}
      <Select
        className={styles['agent'] ?? ''}
        aria-label={t('assignTo')}
        placeholder={t('assignTo')}
        loading={agents.isPending}
        value={chosen}
        options={(agents.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
    </Modal>
  );
}
