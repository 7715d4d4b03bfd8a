import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PlayButtonProps {
  url: string;
  /** What is heard. */
  label: string;
  /** 0 to 100. */
  volume?: number;
}

function setVolume(audio: HTMLAudioElement, volume: number): void {
  audio.volume = volume / 100;
}

function rewind(audio: HTMLAudioElement): void {
  audio.currentTime = 0;
}

/** Plays a sound at the volume it will have; a second press stops it. */
export function PlayButton({ url, label, volume = 100 }: PlayButtonProps) {
  const { t } = useTranslation('section');
  const player = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const current = player;
    return () => {
      current.current?.pause();
      current.current = null;
    };
  }, [url]);

  useEffect(() => {
    if (player.current) setVolume(player.current, volume);
  }, [volume]);

  const stopped = () => {
    setPlaying(false);
  };
  const start = async () => {
    const audio = player.current ?? new Audio(url);
    player.current = audio;
    setVolume(audio, volume);
    rewind(audio);
    audio.addEventListener('ended', stopped, { once: true });
    audio.addEventListener('pause', stopped, { once: true });
    setFailed(false);
    setPlaying(true);
    try {
      await audio.play();
    } catch {
      setPlaying(false);
      setFailed(true);
    }
  };
  return (
    <>
      <Button
        icon={playing ? <PauseOutlined aria-hidden="true" /> : <PlayCircleOutlined aria-hidden="true" />}
        aria-label={t(playing ? 'media.stop' : 'media.play', { name: label })}
        onClick={() => {
          if (playing) player.current?.pause();
          else void start();
        }}
      />
      {failed ? <span role="alert">{t('media.mute')}</span> : null}
    </>
  );
}
