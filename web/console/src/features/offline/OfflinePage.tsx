import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { SwitchField, TextField } from '../../shared/section/fields/inputs.tsx';
import { useKeys } from '../../shared/section/fields/useKeys.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import type { Offline } from './content.ts';
import { MOST, offlineSection } from './content.ts';
import styles from './offline.module.css';

type Change = (change: (now: Offline) => Offline) => void;

export function OfflinePage() {
  const { t } = useTranslation('offline');
  const words: SectionWords = useMemo(
    () => ({
      labels: {
        '/enabled': t('enabled'),
        '/text': t('text'),
        '/confirmation': t('confirmation'),
        '/recipients': t('recipients'),
        '/recipients/*': t('recipientLabel'),
      },
    }),
    [t],
  );
  return (
    <SectionPage definition={offlineSection} title={t('title')} description={t('description')} words={words}>
      {({ content, change }) => (
        <>
          <FormCard title={t('form')}>
            <SwitchField
              at="/enabled"
              label={t('enabled')}
              help={t('enabledHelp')}
              value={content.enabled}
              onChange={(enabled) => {
                change((now) => ({ ...now, enabled }));
              }}
            />
            <TextField
              at="/text"
              label={t('text')}
              max={300}
              rows={3}
              value={content.text}
              onChange={(text) => {
                change((now) => ({ ...now, text }));
              }}
            />
            <TextField
              at="/confirmation"
              label={t('confirmation')}
              help={t('confirmationHelp')}
              max={500}
              rows={3}
              value={content.confirmation}
              onChange={(confirmation) => {
                change((now) => ({ ...now, confirmation }));
              }}
            />
          </FormCard>
          <Recipients content={content} change={change} />
        </>
      )}
    </SectionPage>
  );
}

function Recipients({ content, change }: { content: Offline; change: Change }) {
  const { t } = useTranslation('offline');
  const { recipients } = content;
  const keys = useKeys(recipients.length);
  return (
    <FormCard title={t('recipients')} help={t('recipientsHelp')}>
      <Field at="/recipients" label={t('recipients')} hideLabel group>
        {({ disabled }) => (
          <ul className={styles['recipients']}>
            {recipients.map((recipient, index) => (
              <li key={keys.keys[index]}>
                <TextField
                  at={`/recipients/${String(index)}`}
                  label={t('recipient', { position: index + 1 })}
                  hideLabel
                  max={254}
                  inputMode="email"
                  placeholder={t('placeholder')}
                  value={recipient}
                  onChange={(value) => {
                    change((now) => ({ ...now, recipients: now.recipients.with(index, value) }));
                  }}
                />
                <Button
                  type="text"
                  danger
                  icon={<DeleteOutlined aria-hidden="true" />}
                  disabled={disabled}
                  aria-label={t('remove', { name: recipient || t('recipient', { position: index + 1 }) })}
                  onClick={() => {
                    keys.remove(index);
                    change((now) => ({ ...now, recipients: now.recipients.toSpliced(index, 1) }));
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </Field>
      <div>
        <Button
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={recipients.length >= MOST}
          onClick={() => {
            keys.insert(recipients.length);
            change((now) => ({ ...now, recipients: [...now.recipients, ''] }));
          }}
        >
          {t('add')}
        </Button>
      </div>
    </FormCard>
  );
}
