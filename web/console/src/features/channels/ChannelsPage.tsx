import { FacebookFilled, GlobalOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { relativeTime } from '../../shared/lib/time.ts';
import { useNow } from '../../shared/lib/useNow.ts';
import { Avatar } from '../../shared/ui/Avatar.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { PillTone } from '../../shared/ui/Pill.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import { useChannels, useProviders } from './api.ts';
import styles from './channels.module.css';
import { channelsVi } from './locale.ts';

type State = keyof typeof channelsVi.states;

function isState(state: string): state is State {
  return Object.hasOwn(channelsVi.states, state);
}

const TONES: Record<State, PillTone> = {
  healthy: 'good',
  'reconnect-required': 'bad',
  'permission-missing': 'warn',
  paused: 'calm',
  other: 'calm',
};

export function ChannelsPage() {
  const { t } = useTranslation('channels');
  return (
    <Page configuration title={t('title')} description={t('description')}>
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
      <h2 className={styles['heading']}>{t('linked')}</h2>
      <Card>
        <Linked />
      </Card>
    </Page>
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

function Linked() {
  const { t } = useTranslation('channels');
  const language = useLanguage();
  const now = useNow(60_000);
  const channels = useChannels();
  if (channels.isPending) return <Skeleton active avatar paragraph={{ rows: 2 }} />;
  if (channels.isError) return <LoadError error={channels.error} onRetry={() => void channels.refetch()} />;
  if (channels.data.length === 0) return <Notice title={t('emptyTitle')} text={t('empty')} />;
  return (
    <ul className={styles['channels']}>
      {channels.data.map((channel) => {
        const state = isState(channel.state) ? channel.state : 'other';
        return (
          <li key={channel.id}>
            <Avatar id={channel.id} name={channel.name} url={channel.pictureUrl} size={40} />
            <div>
              <strong dir="auto">{channel.name}</strong>
              <p>
                {t(channel.kind)} ·{' '}
                {channel.lastEventAt === undefined
                  ? t('noEvent')
                  : t('lastEvent', { time: relativeTime(channel.lastEventAt, now, language) })}
              </p>
            </div>
            <Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill>
          </li>
        );
      })}
    </ul>
  );
}
