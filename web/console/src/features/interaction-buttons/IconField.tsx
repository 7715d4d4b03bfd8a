import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { COLOUR } from '../../shared/section/fields/contrast.ts';
import { ICONS } from './icons.ts';
import styles from './interaction.module.css';

interface IconFieldProps {
  at: string;
  value: string | undefined;
  color: string | undefined;
  background: string;
  onChange: (icon: string) => void;
}

/** The preset icons, in the colours of the button. */
export function IconField({ at, value, color, background, onChange }: IconFieldProps) {
  const { t } = useTranslation('interaction');
  const group = useId();
  const painted = {
    background: COLOUR.test(background) ? background : '#0f766e',
    color: color !== undefined && COLOUR.test(color) ? color : '#ffffff',
  };
  return (
    <Field at={at} label={t('icon')} group>
      {({ disabled }) => (
        <div className={styles['icons']}>
          {ICONS.map(({ id, path }) => (
            <label key={id} title={t(`icons.${id}`)} style={painted}>
              <input
                type="radio"
                name={group}
                checked={value === id}
                disabled={disabled}
                onChange={() => {
                  onChange(id);
                }}
              />
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d={path} />
              </svg>
              <span className="visually-hidden">{t(`icons.${id}`)}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
