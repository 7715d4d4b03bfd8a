import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../../shared/section/fields/inputs.tsx';
import { useSectionFields } from '../../shared/section/SectionContext.ts';
import { Choices } from './Choices.tsx';
import type { AskedField } from './content.ts';
import { isStandard, KINDS, ofKind } from './content.ts';
import styles from './window.module.css';

interface AskedFieldBodyProps {
  asked: AskedField;
  name: string;
  at: string;
  onChange: (asked: AskedField) => void;
}

export function AskedFieldBody({ asked, name, at, onChange }: AskedFieldBodyProps) {
  const { t } = useTranslation('window');
  const { disabled } = useSectionFields();
  return (
    <div className={styles['asked']}>
      <div className={styles['askedHead']}>
        <strong>{name}</strong>
        <Checkbox
          checked={asked.shown}
          disabled={disabled}
          aria-label={t('shownOf', { name })}
          onChange={(event) => {
            const shown = event.target.checked;
            // What nobody sees cannot be required.
            onChange({ ...asked, shown, required: shown && asked.required });
          }}
        >
          {t('shown')}
        </Checkbox>
        <Checkbox
          checked={asked.required}
          disabled={disabled || !asked.shown}
          aria-label={t('requiredOf', { name })}
          onChange={(event) => {
            onChange({ ...asked, required: event.target.checked });
          }}
        >
          {t('required')}
        </Checkbox>
      </div>
      {isStandard(asked.key) ? null : (
        <>
          <TextField
            at={`${at}/label`}
            label={t('label')}
            max={60}
            value={asked.label ?? ''}
            onChange={(label) => {
              onChange({ ...asked, label });
            }}
          />
          <ChoiceField
            at={`${at}/kind`}
            label={t('kind')}
            value={asked.kind ?? 'text'}
            onChange={(kind) => {
              onChange(ofKind(asked, kind));
            }}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          {asked.kind === 'choice' ? (
            <Choices
              at={`${at}/choices`}
              choices={asked.choices ?? []}
              onChange={(choices) => {
                onChange({ ...asked, choices });
              }}
            />
          ) : null}
        </>
      )}
    </div>
  );
}
