import { ColorPicker, Input, InputNumber, Segmented, Slider, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import { number } from '../../lib/time.ts';
import styles from '../section.module.css';
import { COLOUR } from './contrast.ts';
import { Field } from './Field.tsx';

interface FieldOf<T> {
  at: string;
  label: string;
  help?: ReactNode;
  hideLabel?: boolean;
  value: T;
  onChange: (value: T) => void;
}

interface TextFieldProps extends FieldOf<string> {
  max: number;
  /** Lines of a text area; absent for one line. */
  rows?: number;
  placeholder?: string;
  inputMode?: 'text' | 'url' | 'tel' | 'email';
}

/** Longer texts than allowed may be typed or pasted and are then refused, rather than cut off unnoticed. */
export function TextField({ max, rows, placeholder, inputMode, value, onChange, ...field }: TextFieldProps) {
  const count = { show: rows !== undefined || value.length > max * 0.8, max };
  const common = {
    value,
    count,
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(inputMode === undefined ? {} : { inputMode }),
  };
  return (
    <Field {...field}>
      {(control) =>
        rows === undefined ? (
          <Input
            {...control}
            {...common}
            autoComplete="off"
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        ) : (
          <Input.TextArea
            {...control}
            {...common}
            className={styles['area'] ?? ''}
            rows={rows}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        )
      }
    </Field>
  );
}

interface NumberFieldProps extends FieldOf<number> {
  min: number;
  max: number;
  step?: number;
  unit?: string;
  /** A slider beside the number, for sizes that are found by trying. */
  slider?: boolean;
}

/** An emptied field is no number: the server says that it is required. */
export function NumberField({
  min,
  max,
  step = 1,
  unit,
  slider = false,
  value,
  onChange,
  help,
  ...field
}: NumberFieldProps) {
  const { t } = useTranslation('section');
  const language = useLanguage();
  const range = t('fields.range', {
    min: number(min, language),
    max: number(max, language),
    unit: unit ?? '',
  }).trim();
  return (
    <Field
      {...field}
      help={
        <>
          {help} {range}.
        </>
      }
    >
      {(control) => (
        <div className={styles['number']}>
          {slider ? (
            <Slider
              className={styles['slider'] ?? ''}
              min={min}
              max={max}
              step={step}
              value={Number.isNaN(value) ? min : value}
              disabled={control.disabled}
              ariaLabelForHandle={field.label}
              tooltip={{ open: false }}
              onChange={onChange}
            />
          ) : null}
          <InputNumber
            {...control}
            // Its arrows have English names only; the arrow keys do the same.
            controls={false}
            className={styles['numberInput'] ?? ''}
            value={Number.isNaN(value) ? null : value}
            precision={0}
            step={step}
            suffix={unit}
            inputMode="numeric"
            onChange={(next) => {
              onChange(next ?? Number.NaN);
            }}
          />
        </div>
      )}
    </Field>
  );
}

export function SwitchField({ value, onChange, ...field }: FieldOf<boolean>) {
  return (
    <div className={styles['switch']}>
      <Field {...field}>
        {({ status: _, ...control }) => <Switch {...control} checked={value} onChange={onChange} />}
      </Field>
    </div>
  );
}

interface ChoiceFieldProps<T extends string> extends FieldOf<T> {
  options: readonly { value: T; label: ReactNode; disabled?: boolean }[];
}

/** A few words to choose from, all in sight. */
export function ChoiceField<T extends string>({ options, value, onChange, ...field }: ChoiceFieldProps<T>) {
  return (
    <Field {...field} group>
      {(control) => (
        <Segmented
          className={styles['choice'] ?? ''}
          value={value}
          disabled={control.disabled}
          aria-label={field.label}
          onChange={onChange}
          options={options.map((option) => ({ ...option }))}
        />
      )}
    </Field>
  );
}

/** A colour by eye or by its code. */
export function ColourField({ value, onChange, ...field }: FieldOf<string>) {
  const { t } = useTranslation('section');
  return (
    <Field {...field}>
      {(control) => (
        <div className={styles['colour']}>
          <ColorPicker
            value={COLOUR.test(value) ? value : '#000000'}
            disabledAlpha
            disabled={control.disabled}
            onChange={(colour) => {
              onChange(colour.toHexString());
            }}
          >
            <button
              type="button"
              className={styles['well']}
              aria-label={field.label}
              disabled={control.disabled}
              style={{ background: COLOUR.test(value) ? value : 'transparent' }}
            />
          </ColorPicker>
          <Input
            {...control}
            value={value}
            spellCheck={false}
            autoComplete="off"
            aria-label={t('fields.colourCode', { label: field.label })}
            onChange={(event) => {
              onChange(event.target.value.trim().toLowerCase());
            }}
          />
        </div>
      )}
    </Field>
  );
}
