import { CloseOutlined, PaperClipOutlined, ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../shared/i18n/language.ts';
import { useErrorText } from '../../../../shared/i18n/useErrorText.ts';
import type { PendingFile } from '../../model/composing.ts';
import { useComposing, useDesk } from '../../model/DeskContext.ts';
import styles from './attachments.module.css';
import { sizeText } from './kinds.ts';

/** Files chosen for the next message: how far each is, what went wrong, and a way out. */
export function PendingFiles({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const { files } = useComposing(conversationId);
  if (files.length === 0) return null;
  return (
    <ul className={styles['pending']} aria-label={t('composer.files')}>
      {files.map((file) => (
        <li key={file.id} data-state={file.state} data-testid="pending-file">
          <PaperClipOutlined aria-hidden="true" />
          <span className={styles['pendingName']} dir="auto">
            {file.name}
          </span>
          <PendingState file={file} />
          {file.state === 'failed' && desk.composing.retriable(file.id) ? (
            <Button
              size="small"
              type="text"
              icon={<ReloadOutlined aria-hidden="true" />}
              aria-label={t('composer.retryFile', { name: file.name })}
              onClick={() => {
                desk.composing.retry(conversationId, file.id);
              }}
            />
          ) : null}
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t('composer.removeFile', { name: file.name })}
            onClick={() => {
              desk.composing.remove(conversationId, file.id);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function PendingState({ file }: { file: PendingFile }) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const errorText = useErrorText();
  switch (file.state) {
    case 'uploading':
      return (
        <Progress
          className={styles['progress'] ?? ''}
          percent={Math.round(file.share * 100)}
          size="small"
          aria-label={t('composer.uploading', { name: file.name })}
        />
      );
    case 'ready':
      return <small>{sizeText(file.bytes, language)}</small>;
    case 'failed': {
      const code = file.code ?? '';
      return (
        <span className={styles['problem']} role="alert">
          <WarningOutlined aria-hidden="true" />{' '}
          {code === 'too-many-files'
            ? t('composer.tooManyFiles')
            : code === 'body-too-large'
              ? t('composer.tooLarge')
              : errorText.ofField({ pointer: '', code, detail: '' })}
        </span>
      );
    }
  }
}
