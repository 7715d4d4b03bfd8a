import { AudioMutedOutlined } from '@ant-design/icons';
import type { Remote } from '@dakenh/socket/call';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import styles from './calls.module.css';

interface StreamProps {
  stream: MediaStream;
  muted: boolean;
  label: string;
  speaker: string | undefined;
}

/** Sound and picture of one person; without a picture it is still what is heard. */
function Stream({ stream, muted, label, speaker }: StreamProps) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return undefined;
    video.srcObject = stream;
    const start = () => {
      // Where a browser wants a tap first, the next one on the page starts it.
      video.play().catch(() => undefined);
    };
    start();
    document.addEventListener('pointerdown', start);
    return () => {
      document.removeEventListener('pointerdown', start);
    };
  }, [stream]);
  useEffect(() => {
    if (speaker !== undefined) ref.current?.setSinkId(speaker).catch(() => undefined);
  }, [speaker]);
  return (
    <video ref={ref} autoPlay playsInline muted={muted} aria-label={label}>
      <track kind="captions" />
    </video>
  );
}

export function Self({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation('calls');
  return (
    <div className={styles['self']} data-testid="call-self">
      <Stream stream={stream} muted label={t('bar.self')} speaker={undefined} />
    </div>
  );
}

export function Other({ remote, speaker }: { remote: Remote; speaker: string | undefined }) {
  const { t } = useTranslation('calls');
  const { part, stream } = remote;
  return (
    <figure className={styles['other']} data-camera={part.camera} data-testid="call-other">
      <Stream stream={stream} muted={false} label={part.name} speaker={speaker} />
      {part.camera ? null : <Avatar id={part.personId} name={part.name} url={part.avatarUrl} size={64} />}
      <figcaption dir="auto">
        {part.name}
        {part.microphone ? null : (
          <>
            <AudioMutedOutlined aria-hidden="true" />
            <span className="visually-hidden">{t('bar.muted')}</span>
          </>
        )}
      </figcaption>
    </figure>
  );
}
