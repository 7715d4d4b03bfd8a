import { InfoCircleOutlined, PhoneOutlined, VideoCameraOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { clockTime, duration, fullTime } from '../../../shared/lib/time.ts';
import type { PillTone } from '../../../shared/ui/Pill.tsx';
import { Pill } from '../../../shared/ui/Pill.tsx';
import type { Call } from '../api.ts';
import styles from '../minutes.module.css';
import type { Outcome } from './words.ts';
import { isCallState, isOutcome } from './words.ts';

const TONES: Record<Outcome, PillTone> = {
  completed: 'good',
  missed: 'bad',
  cancelled: 'calm',
  failed: 'bad',
  cut: 'warn',
  lost: 'warn',
};

function How({ call }: { call: Call }) {
  const { t } = useTranslation('minutes');
  if (call.outcome !== undefined && isOutcome(call.outcome)) {
    return <Pill tone={TONES[call.outcome]}>{t(`outcomes.${call.outcome}`)}</Pill>;
  }
  const state = isCallState(call.state) ? call.state : 'ended';
  return <Pill tone={state === 'running' ? 'warn' : 'calm'}>{t(`states.${state}`)}</Pill>;
}

export function CallTable({ calls }: { calls: readonly Call[] }) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  return (
    <RecordTable
      label={t('tabs.calls')}
      head={
        <>
          <th scope="col">{t('started')}</th>
          <th scope="col">{t('visitor')}</th>
          <th scope="col">{t('agents')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{t('joined')}</th>
          <th scope="col" data-align="end">
            {t('duration')}
          </th>
          <th scope="col" data-align="end">
            {t('charged')}
          </th>
        </>
      }
    >
      {calls.map((call) => {
        const kind = call.media === 'video' ? 'video' : 'audio';
        const names = [...new Set(call.agents.map((agent) => agent.name))];
        return (
          <tr key={call.id} data-testid="call-row">
            <td data-label={t('started')}>
              <time dateTime={call.startedAt}>{fullTime(call.startedAt)}</time>
            </td>
            <td data-label={t('visitor')}>
              <span className={styles['who']}>
                <Tooltip title={t(`medias.${kind}`)}>
                  <span role="img" aria-label={t(`medias.${kind}`)}>
                    {kind === 'video' ? (
                      <VideoCameraOutlined aria-hidden="true" />
                    ) : (
                      <PhoneOutlined aria-hidden="true" />
                    )}
                  </span>
                </Tooltip>
                <bdi>{call.visitorName}</bdi>
              </span>
            </td>
            <td data-label={t('agents')}>
              {names.length === 0 ? (
                <span className={styles['muted']}>{t('nobody')}</span>
              ) : (
                <bdi>{names.join(', ')}</bdi>
              )}
            </td>
            <td data-label={t('outcome')}>
              <How call={call} />
            </td>
            <td data-label={t('joined')}>{call.joinedAt === undefined ? '—' : clockTime(call.joinedAt)}</td>
            <td data-label={t('duration')} data-align="end">
              {call.joinedAt === undefined ? '—' : duration(call.durationSeconds, language)}
            </td>
            <td data-label={t('charged')} data-align="end">
              <span className={styles['charged']}>
                {call.joinedAt === undefined ? '—' : duration(call.chargedSeconds, language)}
                {call.fault === undefined ? null : (
                  <Tooltip title={t('fault')}>
                    <button type="button" className={styles['hint']} aria-label={t('fault')}>
                      <InfoCircleOutlined aria-hidden="true" />
                    </button>
                  </Tooltip>
                )}
              </span>
            </td>
          </tr>
        );
      })}
    </RecordTable>
  );
}
