import { DeleteOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration } from '../../shared/lib/time.ts';
import { NumberField, TextField } from '../../shared/section/fields/inputs.tsx';
import { useSectionFields } from '../../shared/section/SectionContext.ts';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Popup } from './content.ts';
import styles from './popups.module.css';

interface PopupRowProps {
  popup: Popup;
  index: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (part: Partial<Popup>) => void;
  onRemove: () => void;
}

/** One message: a line to look at, and its fields once opened. */
export function PopupRow({ popup, index, open, onOpen, onChange, onRemove }: PopupRowProps) {
  const { t } = useTranslation('popups');
  const language = useLanguage();
  const { faults, disabled } = useSectionFields();
  const at = `/items/${String(index)}`;
  const faulty = faults.some(({ pointer }) => pointer.startsWith(`${at}/`));
  const title = popup.title || t('untitled');
  return (
    <li className={styles['row']} data-at={at} data-faulty={faulty}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['summary']}
          aria-expanded={open}
          onClick={() => {
            onOpen(!open);
          }}
        >
          {open ? <UpOutlined aria-hidden="true" /> : <DownOutlined aria-hidden="true" />}
          <span className={styles['what']}>
            <strong>{title}</strong>
            <span>{popup.path || t('noPath')}</span>
          </span>
          <span className={styles['pills']}>
            {popup.delaySeconds === 0 ? (
              <Pill tone="warn">{t('never')}</Pill>
            ) : (
              <Pill>{t('after', { time: duration(popup.delaySeconds || 0, language) })}</Pill>
            )}
            {popup.resend ? <Pill tone="good">{t('resent')}</Pill> : null}
          </span>
        </button>
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden="true" />}
          disabled={disabled}
          aria-label={t('remove', { title })}
          onClick={onRemove}
        />
      </div>
      {open ? (
        <div className={styles['fields']}>
          <TextField
            at={`${at}/title`}
            label={t('heading')}
            max={80}
            value={popup.title}
            onChange={(value) => {
              onChange({ title: value });
            }}
          />
          <TextField
            at={`${at}/path`}
            label={t('path')}
            help={t('pathHelp')}
            max={2000}
            inputMode="url"
            placeholder={t('pathExample')}
            value={popup.path}
            onChange={(value) => {
              onChange({ path: value });
            }}
          />
          <TextField
            at={`${at}/content`}
            label={t('content')}
            max={1000}
            rows={3}
            value={popup.content}
            onChange={(value) => {
              onChange({ content: value });
            }}
          />
          <NumberField
            at={`${at}/delaySeconds`}
            label={t('delay')}
            help={t('delayHelp')}
            min={0}
            max={3600}
            unit={t('seconds')}
            value={popup.delaySeconds}
            onChange={(value) => {
              onChange({ delaySeconds: value });
            }}
          />
          <Checkbox
            checked={popup.resend}
            disabled={disabled}
            onChange={(event) => {
              onChange({ resend: event.target.checked });
            }}
          >
            {t('resend')}
          </Checkbox>
        </div>
      ) : null}
    </li>
  );
}
