import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { loadTimeline } from '../api/calls.ts';
import { deskVi } from '../locale.vi.ts';
import { useDeskState } from '../model/DeskContext.ts';
import styles from './visitor.module.css';

type Step = keyof typeof deskVi.visitor.steps;

function stepOf(kind: string, reason: string | undefined): Step {
  const said = `${kind}/${reason ?? ''}`;
  if (Object.hasOwn(deskVi.visitor.steps, said)) return said as Step;
  return Object.hasOwn(deskVi.visitor.steps, kind) ? (kind as Step) : 'other';
}

/** Each step of the allocation: who was asked, and how it ended. */
export function Timeline({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation(['desk', 'common']);
  const http = useHttp();
  const version = useDeskState((state) => state.conversations.get(conversationId)?.version);
  const timeline = useQuery({
    queryKey: ['desk', 'timeline', conversationId, version],
    queryFn: ({ signal }) => loadTimeline(http, conversationId, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <section className={styles['timeline']} aria-label={t('visitor.timeline')}>
      <h3>{t('visitor.timeline')}</h3>
      {timeline.isPending ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
      {timeline.isError ? (
        <p>
          {t('visitor.timelineFailed')}{' '}
          <Button size="small" onClick={() => void timeline.refetch()}>
            {t('actions.retry', { ns: 'common' })}
          </Button>
        </p>
      ) : null}
      {timeline.data?.length === 0 ? <p>{t('visitor.timelineEmpty')}</p> : null}
      <ol>
        {timeline.data?.map((step, index) => (
          <li key={`${step.at}-${String(index)}`} data-kind={step.kind}>
            <span>
              {t(`visitor.steps.${stepOf(step.kind, step.reason)}`, {
                agent: step.agent?.name ?? '',
                department: step.department?.name ?? '',
              })}
            </span>
            {step.candidates !== undefined && step.candidates.length > 1 ? (
              <small>
                {t('visitor.candidates', { names: step.candidates.map(({ name }) => name).join(', ') })}
              </small>
            ) : null}
            <time dateTime={step.at} title={fullTime(step.at)}>
              {clockTime(step.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
