import { DownOutlined, FacebookFilled, GlobalOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Kind } from './api.ts';
import { beginLink, useChannels, useProviders } from './api.ts';
import { ChannelItem } from './ChannelItem.tsx';
import styles from './channels.module.css';
import { LinkOutcome } from './LinkOutcome.tsx';
import { toChannels } from './routes.ts';

const PARAMETER = 'linkSession';

export function ChannelsPage() {
  const { t } = useTranslation('channels');
  const [parameters, setParameters] = useSearchParams();
  // The address is cleaned when the outcome was read; until then a reload shows it again.
  const session = parameters.get(PARAMETER);
  const login = useLogin();
  const add = <AddLink login={login.start} busy={login.busy} />;
  return (
    <Page configuration title={t('title')} description={t('description')} actions={add}>
      {session === null ? null : (
        <LinkOutcome
          key={session}
          id={session}
          onAgain={login.start}
          onDone={() => {
            setParameters(
              (before) => {
                before.delete(PARAMETER);
                return before;
              },
              { replace: true },
            );
          }}
        />
      )}
      <h2 className={styles['heading']}>{t('linked')}</h2>
      <Card>
        <Linked onLogin={login.start} add={<AddLink login={login.start} busy={login.busy} />} />
      </Card>
      <h2 className={styles['heading']}>{t('providers')}</h2>
      <ul className={styles['providers']} aria-label={t('providers')}>
        <Provider
          icon={<GlobalOutlined aria-hidden="true" />}
          kind="website"
          name={t('website')}
          text={t('websiteText')}
        >
          <Pill tone="good">{t('ready')}</Pill>
        </Provider>
        <Providers />
      </ul>
    </Page>
  );
}

/** Goes to the provider's dialog in this tab: it sends the browser back here. */
function useLogin() {
  const http = useHttp();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [leaving, setLeaving] = useState(false);
  const begin = useMutation({
    mutationFn: (kind: Kind) => beginLink(http, kind, toChannels()),
    onSuccess: ({ dialogUrl }) => {
      if (dialogUrl === undefined || !/^https?:\/\//i.test(dialogUrl)) return;
      setLeaving(true);
      window.location.assign(dialogUrl);
    },
    onError: (error) => void message.error(errorText.of(error)),
  });
  return {
    start: (kind: Kind) => {
      begin.mutate(kind);
    },
    busy: begin.isPending || leaving,
  };
}

function AddLink({ login, busy }: { login: (kind: Kind) => void; busy: boolean }) {
  const { t } = useTranslation('channels');
  const providers = useProviders();
  const configured = (kind: Kind) =>
    providers.data?.find((provider) => provider.kind === kind)?.configured ?? true;
  const item = (kind: Kind, label: string, icon: ReactNode) => ({
    key: kind,
    icon,
    label: configured(kind) ? (
      label
    ) : (
      <span title={t('notConfiguredHint')}>
        {label} · {t('notConfigured')}
      </span>
    ),
    disabled: !configured(kind),
    onClick: () => {
      login(kind);
    },
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          item('facebook', t('loginFacebook'), <FacebookFilled aria-hidden="true" />),
          item('zalo', t('loginZalo'), <ZaloMark />),
        ],
      }}
    >
      <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} loading={busy} data-testid="add-link">
        {t('add')} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

function ZaloMark() {
  return (
    <span className={styles['zaloMark']} aria-hidden="true">
      Z
    </span>
  );
}

interface ProviderProps {
  icon: ReactNode;
  kind: string;
  name: string;
  text?: string;
  children: ReactNode;
}

function Provider({ icon, kind, name, text, children }: ProviderProps) {
  return (
    <li className={styles['provider']}>
      <span className={styles['icon']} data-kind={kind} aria-hidden="true">
        {icon}
      </span>
      <div>
        <strong>{name}</strong>
        {text === undefined ? null : <p>{text}</p>}
        {children}
      </div>
    </li>
  );
}

function Providers() {
  const { t } = useTranslation('channels');
  const providers = useProviders();
  if (providers.isPending) {
    return (
      <li className={styles['provider']}>
        <Skeleton active avatar paragraph={{ rows: 1 }} />
      </li>
    );
  }
  if (providers.isError) {
    return (
      <li className={styles['provider']}>
        <LoadError error={providers.error} onRetry={() => void providers.refetch()} />
      </li>
    );
  }
  return providers.data.map((provider) => {
    const [tone, state] = !provider.configured
      ? (['calm', 'notConfigured'] as const)
      : provider.reachable === undefined
        ? (['calm', 'unknown'] as const)
        : provider.reachable
          ? (['good', 'reachable'] as const)
          : (['bad', 'unreachable'] as const);
    return (
      <Provider
        key={provider.kind}
        kind={provider.kind}
        icon={provider.kind === 'facebook' ? <FacebookFilled aria-hidden="true" /> : 'Z'}
        name={t(provider.kind)}
      >
        <Pill tone={tone}>{t(state)}</Pill>
      </Provider>
    );
  });
}

function Linked({ onLogin, add }: { onLogin: (kind: Kind) => void; add: ReactNode }) {
  const { t } = useTranslation('channels');
  const channels = useChannels();
  if (channels.isPending) return <Skeleton active avatar paragraph={{ rows: 2 }} />;
  if (channels.isError) return <LoadError error={channels.error} onRetry={() => void channels.refetch()} />;
  if (channels.data.length === 0) return <Notice title={t('emptyTitle')} text={t('empty')} action={add} />;
  return (
    <ul className={styles['channels']} data-testid="channels">
      {channels.data.map((channel) => (
        <ChannelItem key={channel.id} channel={channel} onLogin={onLogin} />
      ))}
    </ul>
  );
}
