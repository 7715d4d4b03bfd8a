import {
  AudioMutedOutlined,
  AudioOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  PhoneOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import type { CallView } from '@dakenh/socket';
import type { CallSnapshot } from '@dakenh/socket/call';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { useNow } from '../../../shared/lib/useNow.ts';
import { useDesk } from '../model/DeskContext.ts';
import { toDesk } from '../routes.ts';
import { AddAgent } from './AddAgent.tsx';
import styles from './calls.module.css';
import { DeviceMenu } from './DeviceMenu.tsx';
import { Other, Self } from './Pictures.tsx';
import { useClock } from './time.ts';
import { useCall } from './useCall.ts';

const SOON_MILLISECONDS = 60_000;
const OVER_MILLISECONDS = 6_000;

function useAct() {
  const errorText = useErrorText();
  const { message } = App.useApp();
  return (act: () => Promise<void>) => {
    act().catch((error: unknown) => {
      void message.error(errorText.of(error));
    });
  };
}

/** What goes on, in words. */
function useLine(call: CallSnapshot, view: CallView, invited: boolean): string {
  const { t } = useTranslation('calls');
  const now = useNow(1000);
  const clock = useClock(view.connectedAt, call.skewMilliseconds);
  if (call.trouble?.kind === 'microphone') return t(`trouble.microphone.${call.trouble.why}`);
  if (view.state === 'ended') return t(`over.${view.outcome ?? 'completed'}`, { name: view.visitorName });
  if (invited) return t('bar.invited', { name: view.visitorName });
  if (!call.here) return t('bar.elsewhere');
  if (view.cutAt !== undefined) {
    const left = Date.parse(view.cutAt) - now - call.skewMilliseconds;
    if (left <= SOON_MILLISECONDS) {
      return t('bar.cutSoon', { seconds: Math.max(0, Math.ceil(left / 1000)) });
    }
  }
  if (view.state === 'ringing') return t('bar.calling');
  if (view.state === 'claimed') return t('bar.connecting');
  return call.interrupted ? t('bar.interrupted') : clock;
}

/** The call one is in, above every page: it goes on whatever is looked at. */
export function CallBar() {
  const desk = useDesk();
  const call = useCall();
  const { view } = call;
  const own = view ? desk.calls.session.me(view) : undefined;
  const ended = view?.state === 'ended';
  useEffect(() => {
    if (!ended) return undefined;
    const timer = setTimeout(() => {
      desk.calls.session.putAway();
    }, OVER_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [desk, ended]);
  if (!view || (!own && !ended)) return null;
  return <Bar call={call} view={view} invited={own?.state === 'invited'} />;
}

function Bar({ call, view, invited }: { call: CallSnapshot; view: CallView; invited: boolean }) {
  const { t } = useTranslation('calls');
  const desk = useDesk();
  const navigate = useNavigate();
  const act = useAct();
  const line = useLine(call, view, invited);
  const [speaker, setSpeaker] = useState<string>();
  const [shown, setShown] = useState(true);
  const { here, local, remotes, microphone, camera, trouble } = call;
  const { calls } = desk;
  const ended = view.state === 'ended';
  return (
    <section
      className={styles['bar']}
      aria-label={t('bar.label')}
      data-testid="call-bar"
      data-state={view.state}
    >
      <div className={styles['what']}>
        <span className={styles['barIcon']} aria-hidden="true">
          {view.media === 'video' ? <VideoCameraOutlined /> : <PhoneOutlined />}
        </span>
        <button
          type="button"
          className={styles['whom']}
          title={t('bar.open')}
          onClick={() => void navigate(toDesk('all', view.conversationId))}
        >
          <strong dir="auto">{view.visitorName}</strong>
          <span role="status">{line}</span>
        </button>
      </div>
      {view.limit === 'finish' && !ended ? <p className={styles['notice']}>{t('bar.finish')}</p> : null}
      {trouble?.kind === 'camera' ? (
        <p className={styles['notice']} role="alert">
          {t(`trouble.camera.${trouble.why}`)}
        </p>
      ) : null}
      {here && !ended ? (
        <div className={styles['tools']}>
          <Button
            shape="circle"
            type={microphone ? 'default' : 'primary'}
            icon={
              microphone ? <AudioOutlined aria-hidden="true" /> : <AudioMutedOutlined aria-hidden="true" />
            }
            aria-label={t(microphone ? 'bar.mute' : 'bar.unmute')}
            title={t(microphone ? 'bar.mute' : 'bar.unmute')}
            onClick={() => {
              calls.session.setMicrophone(!microphone);
            }}
            data-testid="call-mute"
          />
          <Button
            shape="circle"
            type={camera ? 'primary' : 'default'}
            icon={<VideoCameraOutlined aria-hidden="true" />}
            aria-label={t(camera ? 'bar.cameraOff' : 'bar.cameraOn')}
            title={t(camera ? 'bar.cameraOff' : 'bar.cameraOn')}
            aria-pressed={camera}
            onClick={() => {
              act(() => calls.turnCamera());
            }}
            data-testid="call-camera"
          />
          <DeviceMenu speaker={speaker} onSpeaker={setSpeaker} />
          {view.state === 'connected' ? <AddAgent view={view} /> : null}
          <Button
            shape="circle"
            icon={shown ? <EyeInvisibleOutlined aria-hidden="true" /> : <EyeOutlined aria-hidden="true" />}
            aria-label={t(shown ? 'bar.hide' : 'bar.show')}
            title={t(shown ? 'bar.hide' : 'bar.show')}
            onClick={() => {
              setShown(!shown);
            }}
          />
        </div>
      ) : null}
      <div className={styles['tools']}>
        {invited ? (
          <Button
            onClick={() => {
              act(() => calls.decline(view.id));
            }}
          >
            {t('bar.decline')}
          </Button>
        ) : null}
        {!here && !ended ? (
          <Button
            type="primary"
            onClick={() => {
              act(() => calls.enter(view.media));
            }}
            data-testid="call-enter"
          >
            {t(invited ? 'bar.join' : 'bar.takeOver')}
          </Button>
        ) : null}
        {ended ? (
          <Button
            onClick={() => {
              calls.session.putAway();
            }}
          >
            {t('bar.close')}
          </Button>
        ) : null}
        {!invited && !ended ? (
          <Button
            danger
            type="primary"
            icon={<PhoneOutlined rotate={225} aria-hidden="true" />}
            onClick={() => {
              act(() => calls.hangUp());
            }}
            data-testid="call-hang-up"
          >
            {t('bar.hangUp')}
          </Button>
        ) : null}
      </div>
      {here && !ended ? (
        <div className={styles['stage']} data-shown={shown} data-count={remotes.length}>
          {remotes.map((remote) => (
            <Other key={remote.seat} remote={remote} speaker={speaker} />
          ))}
          {local && camera ? <Self stream={local} /> : null}
        </div>
      ) : null}
    </section>
  );
}
