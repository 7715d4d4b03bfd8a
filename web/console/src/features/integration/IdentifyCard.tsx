import { CopyOutlined, EyeOutlined, ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime } from '../../shared/lib/time.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx';
import { loadSecret, rotateSecret, SECRET_KEY } from './api.ts';
import styles from './integration.module.css';
import { identifySnippet } from './snippets.ts';

/** How the website says which of its customers a visitor is. The secret is fetched only when it is asked for. */
export function IdentifyCard() {
  const { t } = useTranslation('integration');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const secret = useQuery({
    queryKey: SECRET_KEY,
    queryFn: ({ signal }) => loadSecret(http, signal),
    enabled: shown,
    gcTime: 0,
  });
  const rotate = useMutation({
    mutationFn: () => rotateSecret(http),
    onSuccess: (next) => {
      client.setQueryData(SECRET_KEY, next);
      setShown(true);
      void message.success(t('identify.rotated'));
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
  });
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('notCopied'));
    }
  };
  return (
    <FormCard title={t('identify.title')} help={t('identify.help')}>
      <div className={styles['secret']}>
        {shown && secret.data ? (
          <>
            <Input
              readOnly
              value={secret.data.secret}
              aria-label={t('identify.secret')}
              data-testid="identify-secret"
            />
            <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy(secret.data.secret)}>
              {t('identify.copy')}
            </Button>
          </>
        ) : (
          <Button
            icon={<EyeOutlined aria-hidden="true" />}
            loading={shown && secret.isFetching}
            onClick={() => {
              setShown(true);
            }}
          >
            {t('identify.show')}
          </Button>
        )}
        <Button
          icon={<ReloadOutlined aria-hidden="true" />}
          loading={rotate.isPending}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('identify.rotate')}
        </Button>
      </div>
      {secret.isError ? <p role="alert">{errorText.of(secret.error)}</p> : null}
      {secret.data?.rotatedAt === undefined ? null : (
        <p className={styles['key']}>{t('identify.since', { time: fullTime(secret.data.rotatedAt) })}</p>
      )}
      <div className={styles['snippet']}>
        <p>{t('identify.steps')}</p>
        <pre role="region" aria-label={t('identify.example')} tabIndex={0}>
          <code>{identifySnippet()}</code>
        </pre>
      </div>
      <ConfirmDialog
        open={asking}
        danger
        title={t('identify.rotateTitle')}
        ok={t('identify.rotate')}
        onCancel={() => {
          setAsking(false);
        }}
        onOk={async () => {
          await rotate.mutateAsync().catch(() => undefined);
        }}
      >
        {t('identify.rotateBody')}
      </ConfirmDialog>
    </FormCard>
  );
}
