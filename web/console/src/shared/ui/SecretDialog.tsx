import { CopyOutlined } from '@ant-design/icons';
import { App, Alert, Button, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';

interface SecretDialogProps {
  title: string;
  /** What it is, for people who cannot see it. */
  label: string;
  secret: string;
  onClose: () => void;
}

/** Something that is shown this once. It closes by its button alone, so that a slip does not lose it. */
export function SecretDialog({ title, label, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      void message.success(t('actions.copied'));
    } catch {
      void message.warning(t('secret.notCopied'));
    }
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('secret.kept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon title={t('secret.once')} />
      <div className={styles['secret']}>
        <Input
          readOnly
          value={secret}
          aria-label={label}
          data-testid="secret"
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
          {t('actions.copy')}
        </Button>
      </div>
    </Modal>
  );
}
