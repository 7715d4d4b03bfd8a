import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { TextField } from '../../shared/section/fields/inputs.tsx';
import { useKeys } from '../../shared/section/fields/useKeys.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import { useUndo } from '../../shared/ui/useUndo.tsx';
import type { Websites } from './content.ts';
import { MOST } from './content.ts';
import styles from './integration.module.css';

interface WebsiteListProps {
  content: Websites;
  change: (change: (now: Websites) => Websites) => void;
}

export function WebsiteList({ content, change }: WebsiteListProps) {
  const { t } = useTranslation('integration');
  const undo = useUndo();
  const { allowed } = content;
  const keys = useKeys(allowed.length);
  const insert = (index: number, website: string) => {
    keys.insert(index);
    change((now) => ({ allowed: now.allowed.toSpliced(index, 0, website) }));
  };
  const nameOf = (index: number) => allowed[index] || t('website', { position: index + 1 });
  const remove = (index: number) => {
    const website = allowed[index] ?? '';
    keys.remove(index);
    change((now) => ({ allowed: now.allowed.toSpliced(index, 1) }));
    undo(t('removed', { name: nameOf(index) }), () => {
      insert(index, website);
    });
  };
  return (
    <FormCard title={t('websites')} help={t('websitesHelp')}>
      {allowed.length === 0 ? (
        <div>
          <Pill>{t('everywhere')}</Pill>
        </div>
      ) : null}
      <Field at="/allowed" label={t('websites')} hideLabel group help={t('examples')}>
        {({ disabled }) => (
          <ul className={styles['websites']}>
            {allowed.map((website, index) => (
              <li key={keys.keys[index]}>
                <TextField
                  at={`/allowed/${String(index)}`}
                  label={t('website', { position: index + 1 })}
                  hideLabel
                  max={300}
                  inputMode="url"
                  placeholder={t('placeholder')}
                  value={website}
                  onChange={(value) => {
                    change((now) => ({ allowed: now.allowed.with(index, value) }));
                  }}
                />
                <Button
                  type="text"
                  danger
                  icon={<DeleteOutlined aria-hidden="true" />}
                  disabled={disabled}
                  aria-label={t('remove', { name: nameOf(index) })}
                  onClick={() => {
                    remove(index);
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
          disabled={allowed.length >= MOST}
          onClick={() => {
            insert(allowed.length, '');
          }}
        >
          {t('add')}
        </Button>
      </div>
    </FormCard>
  );
}
