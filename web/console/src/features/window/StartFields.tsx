import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { SwitchField } from '../../shared/section/fields/inputs.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import type { ChangeWindow, ChatWindow } from './content.ts';
import { MODES } from './content.ts';
import styles from './window.module.css';

interface StartFieldsProps {
  content: ChatWindow;
  change: ChangeWindow;
}

/** Whoever chooses an agent by name knows the agents by name. */
function representativeHelp({ representative, startMode }: ChatWindow) {
  if (!representative) return 'representativeOff';
  return startMode === 'agent' ? 'representativeAgents' : 'representativeOn';
}

export function StartFields({ content, change }: StartFieldsProps) {
  const { t } = useTranslation('window');
  return (
    <FormCard title={t('start')}>
      <Field at="/startMode" label={t('startMode')} group>
        {({ disabled }) => (
          <Radio.Group
            className={styles['modes'] ?? ''}
            value={content.startMode}
            disabled={disabled}
            onChange={(event) => {
              const startMode = MODES.find((mode) => mode === event.target.value);
              if (startMode !== undefined) change((now) => ({ ...now, startMode }));
            }}
          >
            {MODES.map((mode) => (
              <Radio key={mode} value={mode} className={styles['mode'] ?? ''}>
                <strong>{t(`modes.${mode}`)}</strong>
                <span>{t(`modeHelp.${mode}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        )}
      </Field>
      <SwitchField
        at="/representative"
        label={t('representative')}
        help={t(representativeHelp(content))}
        value={content.representative}
        onChange={(representative) => {
          change((now) => ({ ...now, representative }));
        }}
      />
    </FormCard>
  );
}
