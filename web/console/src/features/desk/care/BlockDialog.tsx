import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../../shared/ui/useUndo.tsx';
import { block, unblock } from './api.ts';
import styles from './care.module.css';
import { useCare } from './useCare.ts';

const DAY = 86_400_000;
const DAYS = { forever: undefined, day: 1, week: 7, month: 30 } as const;
type Length = keyof typeof DAYS;

interface BlockDialogProps {
  visitorId: string;
  onClose: () => void;
}

/** Says what will happen, asks why and for how long, and can be undone. */
export function BlockDialog({ visitorId, onClose }: BlockDialogProps) {
  const { t } = useTranslation(['care', 'common']);
  const care = useCare();
  const undoable = useUndo();
  const [reason, setReason] = useState('');
  const [length, setLength] = useState<Length>('forever');
  const go = async () => {
    const days = DAYS[length];
    const end = days === undefined ? undefined : new Date(Date.now() + days * DAY).toISOString();
    const done = await care.run((http) => block(http, visitorId, reason.trim(), end));
    if (!done) return;
    undoable(t('block.done'), () => void care.run((http) => unblock(http, visitorId)));
    onClose();
  };
  const lengths: Length[] = ['forever', 'day', 'week', 'month'];
  return (
    <Modal
      open
      title={t('block.title')}
      okText={t('block.go')}
      okButtonProps={{ danger: true }}
      confirmLoading={care.busy}
      cancelText={t('actions.cancel', { ns: 'common' })}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className={styles['fields']}>
        <p>{t('block.body')}</p>
        <label>
          {t('block.reason')}
          <Input
            value={reason}
            maxLength={300}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </label>
        <label>
          {t('block.until')}
          <Select<Length>
            value={length}
            options={lengths.map((value) => ({ value, label: t(`block.${value}`) }))}
            onChange={setLength}
          />
        </label>
      </div>
    </Modal>
  );
}
