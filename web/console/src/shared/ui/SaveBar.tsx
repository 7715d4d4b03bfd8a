import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
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
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !saving && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [dirty]);

  const state = saving ? t('states.saving') : dirty ? t('states.unsaved') : saved ? t('states.saved') : '';
  return (
    <div className={styles['saveBar']}>
      <output aria-live="polite">{state}</output>
      {onCancel ? <Button onClick={onCancel}>{t('actions.cancel')}</Button> : null}
      <Button type="primary" htmlType="submit" loading={saving}>
        {label ?? t('actions.save')}
      </Button>
      <Modal
        open={blocker.state === 'blocked'}
        title={t('unsaved.title')}
        okText={t('unsaved.leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('unsaved.stay')}
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        <p>{t('unsaved.body')}</p>
      </Modal>
    </div>
  );
}
