import { CheckCircleFilled, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../shared/session/me.ts';
import { useChannels } from '../../features/channels/api.ts';
import { toChannels } from '../../features/channels/routes.ts';
import { toIntegration } from '../../features/integration/routes.ts';
import { toStaff } from '../../features/staff/routes.ts';
import { useChecklist, usePutAway } from '../../features/checklist/api.ts';
import styles from './FirstSteps.module.css';

const EVERY_MILLISECONDS = 60_000;

/** On every page of the owner of a new business: what to do first. It ticks itself, and can be put away. */
export function FirstSteps() {
  return useMe().roles.includes('owner') ? <IfOpen /> : null;
}

function IfOpen() {
  const checklist = useChecklist();
  return checklist.data?.open === true ? (
    <Steps websiteSeen={checklist.data.websiteSeen} colleagues={checklist.data.colleagues} />
  ) : null;
}

function Steps({ websiteSeen, colleagues }: { websiteSeen: boolean; colleagues: boolean }) {
  const { t } = useTranslation('checklist');
  const channels = useChannels(EVERY_MILLISECONDS);
  const putAway = usePutAway();
  const steps = [
    { key: 'website', to: toIntegration(), done: websiteSeen },
    { key: 'colleagues', to: toStaff(), done: colleagues },
    { key: 'page', to: toChannels(), done: (channels.data?.length ?? 0) > 0 },
  ] as const;
  const done = steps.filter((step) => step.done).length;
  return (
    <section className={styles['steps']} aria-label={t('title')} data-testid="first-steps">
      <p>
        <strong>{t('title')}</strong> <span>{t('progress', { done, all: steps.length })}</span>
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step.key} data-done={step.done}>
            {step.done ? (
              <CheckCircleFilled aria-label={t('done')} />
            ) : (
              <span className={styles['open']} aria-hidden="true" />
            )}
            <Link to={step.to}>{t(step.key)}</Link>
          </li>
        ))}
      </ol>
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t('dismiss')}
        loading={putAway.isPending}
        onClick={() => {
          putAway.mutate();
        }}
      />
    </section>
  );
}
