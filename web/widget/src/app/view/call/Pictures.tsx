import type { Remote } from '@dakenh/socket/call';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { cleanName } from '../../names.ts';
import { Avatar } from '../Avatar.tsx';
import { CallIcon } from './icons.tsx';
import { useCallTexts } from './texts.ts';

interface StreamProps {
  stream: MediaStream;
  muted: boolean;
  hidden: boolean;
  label: string;
  speaker: string | undefined;
}

/** Sound and picture of one person. Without a picture it is still what is heard. */
function Stream({ stream, muted, hidden, label, speaker }: StreamProps): JSX.Element {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = stream;
    // Where a browser wants a tap first, the next one on the page starts it.
    const start = (): void => {
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
    <video
      ref={ref}
      autoplay
      playsInline
      muted={muted}
      aria-label={label}
      class={hidden ? 'call-unseen' : ''}
    >
      <track kind="captions" />
    </video>
  );
}

export function Self({ stream, shown }: { stream: MediaStream; shown: boolean }): JSX.Element {
  const texts = useCallTexts();
  return (
    <div class={`call-self${shown ? '' : ' call-unseen'}`} data-testid="call-self">
      <Stream stream={stream} muted hidden={false} label={texts.self} speaker={undefined} />
    </div>
  );
}

export function Other({ remote, speaker }: { remote: Remote; speaker: string | undefined }): JSX.Element {
  const texts = useCallTexts();
  const { part, stream } = remote;
  const name = cleanName(part.name);
  return (
    <figure class="call-other" data-testid="call-other">
      <Stream stream={stream} muted={false} hidden={!part.camera} label={name} speaker={speaker} />
      {!part.camera && <Avatar name={part.name} url={part.avatarUrl} />}
      <figcaption>
        <bdi>{name}</bdi>
        {!part.microphone && (
          <span class="call-muted">
            <CallIcon name="microphoneOff" />
            <span class="unseen">{texts.muted}</span>
          </span>
        )}
      </figcaption>
    </figure>
  );
}
