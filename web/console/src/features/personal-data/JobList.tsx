import { DownloadOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { saveFile } from '../../shared/lib/save-file.ts';
import { fullTime } from '../../shared/lib/time.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Job } from './api.ts';
import { downloadExport, JOBS_KEY, loadJobs } from './api.ts';
import styles from './personal-data.module.css';

const LOOK_AGAIN_MILLISECONDS = 2_000;

/** What was asked for, newest first; looked at again while something is being done. */
export function JobList() {
  const { t } = useTranslation('personalData');
  const http = useHttp();
  const jobs = useInfiniteQuery({
    queryKey: JOBS_KEY,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => loadJobs(http, pageParam, signal),
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((job) => job.state === 'waiting')) === true
        ? LOOK_AGAIN_MILLISECONDS
        : false,
    staleTime: 0,
  });
  const all = jobs.data?.pages.flatMap((page) => page.items);
  return (
    <FormCard title={t('requests')} help={t('requestsHelp')}>
      {jobs.isPending ? <Skeleton active paragraph={{ rows: 2 }} /> : null}
      {jobs.isError ? <LoadError error={jobs.error} onRetry={() => void jobs.refetch()} /> : null}
      {all?.length === 0 ? <Notice title={t('none')} text={t('noneText')} /> : null}
      <ul className={styles['jobs']}>
        {all?.map((job) => (
          <li key={job.id} data-testid="personal-data-job">
            <JobLine job={job} />
          </li>
        ))}
      </ul>
      {jobs.hasNextPage ? (
        <div>
          <Button onClick={() => void jobs.fetchNextPage()}>{t('more')}</Button>
        </div>
      ) : null}
    </FormCard>
  );
}

function JobLine({ job }: { job: Job }) {
  const { t } = useTranslation('personalData');
  const http = useHttp();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const download = useMutation({
    mutationFn: () => downloadExport(http, job.id),
    onSuccess: (file) => {
      saveFile(file, `${t('file')}-${job.visitorId}.zip`);
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
  });
  const ready = job.kind === 'export' && job.state === 'done';
  return (
    <>
      <div>
        <p className={styles['head']}>
          <strong>{t(`kinds.${job.kind}`)}</strong> <Pill>{t(`states.${job.state}`)}</Pill>
        </p>
        <p>
          {t('visitor', { id: job.visitorId.slice(-8) })} ·{' '}
          {t('by', { name: job.requestedByName, time: fullTime(job.requestedAt) })}
        </p>
        {job.kind === 'erase' && job.state === 'done' && job.receipt ? (
          <p>{t('receipt', job.receipt)}</p>
        ) : null}
        {ready && job.fileBytes !== undefined && job.expiresAt !== undefined ? (
          <p>{t('until', { time: fullTime(job.expiresAt) })}</p>
        ) : null}
        {ready && job.fileBytes === undefined ? <p>{t('expired')}</p> : null}
      </div>
      {ready && job.fileBytes !== undefined ? (
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          loading={download.isPending}
          onClick={() => {
            download.mutate();
          }}
        >
          {t('download')}
        </Button>
      ) : null}
    </>
  );
}
