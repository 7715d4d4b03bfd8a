import { CloseOutlined, LoginOutlined, ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useLanguage } from '../../shared/i18n/language.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime, number, relativeTime } from '../../shared/lib/time.ts';
import { useNow } from '../../shared/lib/useNow.ts';
import { Avatar } from '../../shared/ui/Avatar.tsx';
import type { PillTone } from '../../shared/ui/Pill.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import { ChannelMark } from './ChannelMark.tsx';
import type { Channel, Kind } from './api.ts';
import { CHANNELS_KEY, checkChannel, unlinkChannel } from './api.ts';
import styles from './channels.module.css';
import { stateOf, useChannelWords } from './words.ts';

const TONES: Record<ReturnType<typeof stateOf>, PillTone> = {
  healthy: 'good',
  'reconnect-required': 'bad',
  'permission-missing': 'warn',
  paused: 'calm',
  other: 'calm',
};

/** What a person allowed Facebook to tell us ends after a while; a week is time enough to sign in again. */
const SOON_MILLISECONDS = 7 * 86_400_000;

interface ChannelItemProps {
  channel: Channel;
  onLogin: (kind: Kind) => void;
}

/** One linked Page or OA: whether it works, what it needs, and the way to unlink it. */
export function ChannelItem({ channel, onLogin }: ChannelItemProps) {
  const { t } = useTranslation(['channels', 'common']);
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const words = useChannelWords();
  const { message, modal } = App.useApp();
  const { name } = channel;
  const state = stateOf(channel.state);
  const settled = () => client.invalidateQueries({ queryKey: CHANNELS_KEY });
  const check = useMutation({
    mutationFn: () => checkChannel(http, channel),
    onSuccess: (checked) => {
      void message.info(t('checked', { name, state: words.state(checked.state) }));
    },
    onError: (error) => void message.error(errorText.of(error)),
    onSettled: settled,
  });
  const unlink = () => {
    modal.confirm({
      title: t('unlinkTitle', { name }),
      content: t('unlinkBody'),
      okText: t('unlinkOk'),
      okButtonProps: { danger: true },
      cancelText: t('actions.cancel', { ns: 'common' }),
      onOk: async () => {
        try {
          await unlinkChannel(http, channel);
          void message.success(t('unlinked', { name }));
        } catch (error) {
          void message.error(errorText.of(error));
        }
        await settled();
      },
    });
  };
  const needsLogin = state === 'reconnect-required' || state === 'permission-missing';
  return (
    <li data-testid="channel" data-state={channel.state}>
      <span className={styles['picture']}>
        <Avatar id={channel.id} name={name} url={channel.pictureUrl} size={44} />
        <ChannelMark kind={channel.kind} />
      </span>
      <div className={styles['facts']}>
        <strong dir="auto">{name}</strong> <Pill tone={TONES[state]}>{words.state(channel.state)}</Pill>
        <Facts channel={channel} />
      </div>
      <div className={styles['acts']}>
        {needsLogin ? (
          <Button
            type="primary"
            icon={<LoginOutlined aria-hidden="true" />}
            onClick={() => {
              onLogin(channel.kind);
            }}
          >
            {t('relogin')}
          </Button>
        ) : null}
        <Button
          icon={<ReloadOutlined aria-hidden="true" />}
          loading={check.isPending}
          onClick={() => {
            check.mutate();
          }}
        >
          {t('check')}
        </Button>
        <Button
          type="text"
          danger
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('unlink', { name })}
          title={t('unlinkOk')}
          onClick={unlink}
          data-testid="unlink"
        />
      </div>
    </li>
  );
}

function Facts({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels');
  const language = useLanguage();
  const now = useNow(60_000);
  const words = useChannelWords();
  const { lastEventAt, lastErrorAt, lastErrorCode, missingPermissions } = channel;
  const state = stateOf(channel.state);
  const { subscribed, dataAccessExpiresAt, pausedUntil, waitingMessages = 0 } = channel.health ?? {};
  const ends = dataAccessExpiresAt === undefined ? Infinity : new Date(dataAccessExpiresAt).getTime() - now;
  return (
    <>
      <p>
        {t(channel.kind === 'facebook' ? 'facebookPage' : 'zaloOa')} ·{' '}
        {lastEventAt === undefined ? (
          t('noEvent')
        ) : (
          <time dateTime={lastEventAt} title={fullTime(lastEventAt)}>
            {t('lastEvent', { time: relativeTime(lastEventAt, now, language) })}
          </time>
        )}
      </p>
      {state === 'reconnect-required' || state === 'paused' ? (
        <p className={styles['hint']}>{t(`hints.${state}`)}</p>
      ) : null}
      {missingPermissions.length > 0 ? (
        <p className={styles['hint']} data-testid="missing-permissions">
          {t('hints.permission-missing', { list: words.permissions(missingPermissions) })}
        </p>
      ) : null}
      {state === 'healthy' && subscribed === false ? (
        <p className={styles['hint']}>{t('hints.notSubscribed')}</p>
      ) : null}
      {ends < SOON_MILLISECONDS ? (
        <p className={styles['hint']}>{t('hints.ends', { time: fullTime(dataAccessExpiresAt ?? now) })}</p>
      ) : null}
      {pausedUntil !== undefined && new Date(pausedUntil).getTime() > now ? (
        <p className={styles['hint']}>{t('hints.limited', { time: fullTime(pausedUntil) })}</p>
      ) : null}
      {waitingMessages > 0 ? (
        <p>{t('hints.waiting', { amount: number(waitingMessages, language) })}</p>
      ) : null}
      {lastErrorCode === undefined || lastErrorAt === undefined ? null : (
        <p className={styles['error']} data-testid="last-error">
          {t('lastError', {
            time: relativeTime(lastErrorAt, now, language),
            reason: words.error(lastErrorCode),
          })}
        </p>
      )}
    </>
  );
}
