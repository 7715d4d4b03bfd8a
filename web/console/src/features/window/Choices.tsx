import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { TextField } from '../../shared/section/fields/inputs.tsx';
import { useKeys } from '../../shared/section/fields/useKeys.ts';
import { CHOICES_MOST } from './content.ts';
import styles from './window.module.css';

interface ChoicesProps {
  at: string;
  choices: readonly string[];
  onChange: (choices: string[]) => void;
}

export function Choices({ at, choices, onChange }: ChoicesProps) {
  const { t } = useTranslation(['window', 'section']);
  const keys = useKeys(choices.length);
  return (
    <Field at={at} label={t('choices')} group>
      {({ disabled }) => (
        <div className={styles['choices']}>
          {choices.map((choice, index) => {
            const name = t('choice', { position: index + 1 });
            return (
              <div key={keys.keys[index]} className={styles['choice']}>
                <TextField
                  at={`${at}/${String(index)}`}
                  label={name}
                  hideLabel
                  max={60}
                  value={choice}
                  onChange={(value) => {
                    onChange(choices.with(index, value));
                  }}
                />
                <Button
                  type="text"
                  danger
                  icon={<DeleteOutlined aria-hidden="true" />}
                  disabled={disabled || choices.length === 1}
                  aria-label={t('fields.remove', { ns: 'section', name })}
                  onClick={() => {
                    keys.remove(index);
                    onChange(choices.toSpliced(index, 1));
                  }}
                />
              </div>
            );
          })}
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            disabled={disabled || choices.length >= CHOICES_MOST}
            onClick={() => {
              onChange([...choices, '']);
            }}
          >
            {t('addChoice')}
          </Button>
        </div>
      )}
    </Field>
  );
}
