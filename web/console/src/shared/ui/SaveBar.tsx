import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import styles from './ui.module.css';

interface SaveBarProps {
  dirty: boolean;
  saving: boolean;
  saved?: boolean;
  onCancel?: () => void;
  label?: string;
}

/** The state of the form in words, its buttons, and a guard against leaving with unsaved changes. */
export function SaveBar({ dirty, saving, saved = false, onCancel, label }: SaveBarProps) {
  const { t } = useTranslation('common');
  const state = saving ? t('states.saving') : dirty ? t('states.unsaved') : saved ? t('states.saved') : '';
  return (
    <div className={styles['saveBar']}>
      <output aria-live="polite">{state}</output>
      {onCancel ? <Button onClick={onCancel}>{t('actions.cancel')}</Button> : null}
      <Button type="primary" htmlType="submit" loading={saving}>
        {label ?? t('actions.save')}
      </Button>
      <UnsavedGuard dirty={dirty && !saving} />
    </div>
  );
}
