import { ColorPicker, Input } from 'antd';
import { COLOUR } from './contrast.ts';
import styles from './widget-settings.module.css';

interface ColourFieldProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** A colour by eye or by its code. */
export function ColourField({ id, value = '', onChange }: ColourFieldProps) {
  return (
    <div className={styles['colour']}>
      <ColorPicker
        value={COLOUR.test(value) ? value : '#000000'}
        disabledAlpha
        onChange={(colour) => onChange?.(colour.toHexString())}
      />
      <Input
        {...(id === undefined ? {} : { id })}
        value={value}
        maxLength={7}
        spellCheck={false}
        onChange={(event) => onChange?.(event.target.value.trim())}
      />
    </div>
  );
}
