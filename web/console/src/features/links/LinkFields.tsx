import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { TextField } from '../../shared/section/fields/inputs.tsx';
import type { LinkKind, OtherLink } from './content.ts';
import { EXAMPLES, KINDS } from './content.ts';
import styles from './links.module.css';

const KEYBOARDS: Partial<Record<LinkKind, 'url' | 'tel' | 'email'>> = {
  facebook: 'url',
  zalo: 'tel',
  whatsapp: 'tel',
  viber: 'tel',
  phone: 'tel',
  email: 'email',
};

interface LinkFieldsProps {
  link: OtherLink;
  at: string;
  onChange: (part: Partial<OtherLink>) => void;
}

export function LinkFields({ link, at, onChange }: LinkFieldsProps) {
  const { t } = useTranslation('links');
  const { kind } = link;
  const keyboard = KEYBOARDS[kind];
  return (
    <div className={styles['link']}>
      <Field at={`${at}/kind`} label={t('kind')}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onChange={(next) => {
              onChange({ kind: next });
            }}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </Field>
      <TextField
        at={`${at}/target`}
        label={t(`targets.${kind}`)}
        help={link.target === '' ? t('hidden') : t('example', { example: EXAMPLES[kind] })}
        max={300}
        {...(keyboard === undefined ? {} : { inputMode: keyboard })}
        placeholder={EXAMPLES[kind]}
        value={link.target}
        onChange={(target) => {
          onChange({ target });
        }}
      />
      <TextField
        at={`${at}/description`}
        label={t('about')}
        help={t('aboutHelp')}
        max={80}
        value={link.description}
        onChange={(description) => {
          onChange({ description });
        }}
      />
    </div>
  );
}
