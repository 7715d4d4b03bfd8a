import { DeleteOutlined, ExportOutlined } from '@ant-design/icons';
import { nothing } from '@dakenh/api-client';
import type { Conversation } from '@dakenh/socket';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog.tsx';
import styles from './care.module.css';
import { useCare } from './useCare.ts';

/** What the law gives people, for owners: a copy, and that they are forgotten. */
export function PersonalDataSection({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const care = useCare();
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const { id, name } = conversation.visitor;
  const ask = async (what: 'export' | 'erase') => {
    const done = await care.run((http) =>
      http.post(`/api/livetalk/v1/visitors/${id}/${what}`, undefined, nothing),
    );
    if (done) void message.success(t(`personalData.${what}Asked`));
  };
  return (
    <section className={styles['section']} aria-label={t('personalData.title')}>
      <h3>{t('personalData.title')}</h3>
      <span className={styles['chips']}>
        <Button
          size="small"
          icon={<ExportOutlined aria-hidden="true" />}
          loading={care.busy}
          onClick={() => void ask('export')}
          data-testid="export-data"
        >
          {t('personalData.export')}
        </Button>
        <Button
          size="small"
          danger
          icon={<DeleteOutlined aria-hidden="true" />}
          onClick={() => {
            setAsking(true);
          }}
          data-testid="erase-data"
        >
          {t('personalData.erase')}
        </Button>
      </span>
      <ConfirmDialog
        open={asking}
        danger
        title={t('personalData.eraseTitle', { name })}
        ok={t('personalData.eraseOk')}
        onCancel={() => {
          setAsking(false);
        }}
        onOk={() => ask('erase')}
      >
        {t('personalData.eraseBody')}
      </ConfirmDialog>
    </section>
  );
}
