import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { Avatar } from '../../shared/ui/Avatar.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { LinkPage, LinkSession } from './api.ts';
import { CHANNELS_KEY, choosePages } from './api.ts';
import styles from './channels.module.css';

const REASONS = ['tasks-missing', 'permission-missing', 'linked-elsewhere'] as const;

function reasonOf({ reason }: LinkPage) {
  return REASONS.find((one) => one === reason) ?? 'unknown';
}

interface ChooseDialogProps {
  session: LinkSession;
  onDone: () => void;
}

/** Which of the person's pages are linked; those that cannot be say why. */
export function ChooseDialog({ session, onDone }: ChooseDialogProps) {
  const { t } = useTranslation(['channels', 'common']);
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { pages } = session;
  const linkable = pages.filter((page) => page.linkable);
  // Those linked already are ticked: their tokens are renewed with the others.
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    linkable.filter((page) => page.linked || linkable.length === 1).map((page) => page.externalId),
  );
  const link = useMutation({
    mutationFn: () => choosePages(http, session.id, chosen),
    onSuccess: async ({ linked, failed }) => {
      await client.invalidateQueries({ queryKey: CHANNELS_KEY });
      if (linked.length > 0) void message.success(t('result.linked'));
      if (failed.length > 0) {
        const names = failed.map(
          ({ externalId }) => pages.find((page) => page.externalId === externalId)?.name ?? externalId,
        );
        void message.error(t('choose.failed', { names: names.join(', ') }));
      }
      onDone();
    },
    onError: (error) => void message.error(errorText.of(error)),
  });
  const all = chosen.length === linkable.length;
  return (
    <Modal
      open
      title={t('choose.title')}
      okText={chosen.length === 0 ? t('choose.none') : t('choose.ok', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0 }}
      cancelText={t('actions.cancel', { ns: 'common' })}
      confirmLoading={link.isPending}
      onOk={() => {
        link.mutate();
      }}
      onCancel={onDone}
    >
      {pages.length === 0 ? (
        <Notice title={t('choose.emptyTitle')} text={t('choose.empty')} />
      ) : (
        <>
          <div className={styles['chooseHead']}>
            <p>{t('choose.text')}</p>
            {linkable.length > 1 ? (
              <Checkbox
                checked={all}
                indeterminate={chosen.length > 0 && !all}
                onChange={() => {
                  setChosen(all ? [] : linkable.map((page) => page.externalId));
                }}
              >
                {t('choose.all')}
              </Checkbox>
            ) : null}
          </div>
          <ul className={styles['choices']} data-testid="page-choices">
            {pages.map((page) => (
              <li key={page.externalId}>
                <Checkbox
                  checked={chosen.includes(page.externalId)}
                  disabled={!page.linkable}
                  onChange={(event) => {
                    const { checked } = event.target;
                    setChosen((before) =>
                      checked
                        ? [...before, page.externalId]
                        : before.filter((one) => one !== page.externalId),
                    );
                  }}
                >
                  <span className={styles['choice']}>
                    <Avatar id={page.externalId} name={page.name} url={page.pictureUrl} size={36} />
                    <span>
                      <strong dir="auto">{page.name}</strong>
                      {page.linkable ? null : <small>{t(`choose.${reasonOf(page)}`)}</small>}
                    </span>
                    {page.linked ? <Pill tone="good">{t('choose.already')}</Pill> : null}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
