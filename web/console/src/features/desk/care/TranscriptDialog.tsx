import type { Conversation } from '@dakenh/socket';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './care.module.css';
import { mailTranscript } from './transcripts.ts';
import { useCare } from './useCare.ts';

interface TranscriptDialogProps {
  conversation: Conversation;
  onClose: () => void;
}

/** Sends what was said to an address, first of all the visitor's. */
export function TranscriptDialog({ conversation, onClose }: TranscriptDialogProps) {
  const { t } = useTranslation(['care', 'common']);
  const care = useCare();
  const { message } = App.useApp();
  const [email, setEmail] = useState(conversation.visitor.email ?? '');
  const send = async () => {
    const done = await care.run((http) => mailTranscript(http, conversation.id, email.trim()));
    if (!done) return;
    void message.success(t('transcript.sent', { email: email.trim() }));
    onClose();
  };
  return (
    <Modal
      open
      title={t('transcript.title')}
      okText={t('transcript.send')}
      okButtonProps={{ disabled: email.trim() === '' }}
      confirmLoading={care.busy}
      cancelText={t('actions.cancel', { ns: 'common' })}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className={styles['fields']}>
        <p>{t('transcript.body')}</p>
        <label>
          {t('transcript.email')}
          <Input
            value={email}
            type="email"
            maxLength={254}
            autoComplete="off"
            onChange={(event) => {
              setEmail(event.target.value);
            }}
            onPressEnter={() => void send()}
          />
        </label>
      </div>
    </Modal>
  );
}
