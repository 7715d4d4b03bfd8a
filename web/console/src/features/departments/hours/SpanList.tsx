import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './hours.module.css';
import type { Span } from './hours.ts';
import { FRESH_SPAN, overnight, spansFault } from './hours.ts';

interface SpanListProps {
  /** The day, for those who hear the page. */
  label: string;
  value: readonly Span[];
  disabled: boolean;
  onChange: (spans: Span[]) => void;
}

/** The open parts of one day; none means closed. */
export function SpanList({ label, value, disabled, onChange }: SpanListProps) {
  const { t } = useTranslation('departments');
  const fault = spansFault(value);
  const change = (index: number, part: Partial<Span>) => {
    onChange(value.map((span, at) => (at === index ? { ...span, ...part } : span)));
  };
  const field = (index: number, part: 'from' | 'to', text: string) => (
    <Input
      className={styles['time'] ?? ''}
      aria-label={t(part === 'from' ? 'hours.from' : 'hours.to', { day: label })}
      status={fault === undefined ? '' : 'error'}
      value={text}
      disabled={disabled}
      maxLength={5}
      inputMode="numeric"
      placeholder={FRESH_SPAN[part]}
      autoComplete="off"
      onChange={(event) => {
        change(index, { [part]: event.target.value.trim() });
      }}
    />
  );
  return (
    <div className={styles['spans']}>
      {value.length === 0 ? <span className={styles['closed']}>{t('hours.closed')}</span> : null}
      {value.map((span, index) => (
        <span key={index} className={styles['span']}>
          {field(index, 'from', span.from)}
          <span aria-hidden="true">–</span>
          {field(index, 'to', span.to)}
          {overnight(span) ? <small>{t('hours.nextDay')}</small> : null}
          <Button
            type="text"
            size="small"
            disabled={disabled}
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t('hours.removeSpan', { day: label, from: span.from, to: span.to })}
            onClick={() => {
              onChange(value.filter((_, at) => at !== index));
            }}
          />
        </span>
      ))}
      <Button
        type="text"
        size="small"
        disabled={disabled}
        icon={<PlusOutlined aria-hidden="true" />}
        aria-label={t('hours.addSpan', { day: label })}
        onClick={() => {
          onChange([...value, FRESH_SPAN]);
        }}
      />
      {fault === undefined ? null : (
        <p role="alert" className={styles['fault']}>
          {t(`hours.faults.${fault}`)}
        </p>
      )}
    </div>
  );
}
