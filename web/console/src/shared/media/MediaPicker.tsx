import { CloseOutlined, DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { ProblemError } from '@dakenh/api-client';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/useErrorText.ts';
import type { Media, MediaPurpose } from './api.ts';
import { useMedia, useUpload } from './api.ts';
import styles from './media.module.css';
import { PlayButton } from './PlayButton.tsx';

/** What a file chooser offers; the server judges by content. */
const ACCEPT: Record<MediaPurpose, string> = {
  image: 'image/png,image/jpeg,image/webp,image/gif',
  tone: 'audio/mpeg,audio/wav,audio/ogg,.mp3,.wav,.ogg',
  ringtone: 'audio/mpeg,audio/wav,audio/ogg,.mp3,.wav,.ogg',
};

/**
 * As large as the server takes them, in megabytes. It is said here because a server that refuses while the file is
 * still on its way may look to the browser like one that is gone.
 */
const MOST_MEGABYTES: Record<MediaPurpose, number> = { image: 2, tone: 1, ringtone: 5 };

export interface MediaPickerProps {
  purpose: MediaPurpose;
  /** What is uploaded here, for assistive technology. */
  label: string;
  value: string | undefined;
  onChange: (mediaId: string | undefined, media: Media | undefined) => void;
  id?: string;
  disabled?: boolean;
  describedBy?: string;
}

interface Sending {
  name: string;
  share: number;
  stop: () => void;
}

/** One uploaded file: choose or drop, watch it go, see or hear it, take it away. */
export function MediaPicker(props: MediaPickerProps) {
  const { purpose, label, value, onChange, disabled = false } = props;
  const { t } = useTranslation('section');
  const errorText = useErrorText();
  const media = useMedia(value);
  const upload = useUpload(purpose);
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const [over, setOver] = useState(false);

  const refusal = (error: unknown) => {
    const fault = error instanceof ProblemError ? error.problem.errors[0] : undefined;
    return fault === undefined ? errorText.of(error) : errorText.ofField(fault);
  };

  const take = async (file: File | undefined) => {
    if (!file || disabled) return;
    const most = MOST_MEGABYTES[purpose];
    if (file.size > most * 1024 * 1024) {
      setProblem(t('media.tooLarge', { most }));
      return;
    }
    setProblem(undefined);
    const stopper = new AbortController();
    const stop = () => {
      stopper.abort();
    };
    setSending({ name: file.name, share: 0, stop });
    try {
      const uploaded = await upload.mutateAsync({
        file,
        signal: stopper.signal,
        onProgress: (share) => {
          setSending({ name: file.name, share, stop });
        },
      });
      onChange(uploaded.id, uploaded);
    } catch (error) {
      if (!stopper.signal.aborted) setProblem(refusal(error));
    } finally {
      setSending(undefined);
    }
  };

  return (
    <div
      className={styles['media']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
      role="group"
      aria-label={label}
    >
      <input
        ref={chooser}
        type="file"
        className={styles['chooser']}
        tabIndex={-1}
        aria-label={label}
        accept={ACCEPT[purpose]}
        data-testid="media-file"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {media.data && !sending ? <Shown media={media.data} label={label} /> : null}
      {value !== undefined && media.isError ? <p role="alert">{t('media.gone')}</p> : null}
      {sending ? (
        <div className={styles['progress']} role="status">
          <span>{t('media.uploading', { name: sending.name })}</span>
          <Progress percent={Math.round(sending.share * 100)} size="small" />
          <Button icon={<CloseOutlined aria-hidden="true" />} onClick={sending.stop}>
            {t('media.cancel')}
          </Button>
        </div>
      ) : (
        <div className={styles['buttons']}>
          <Button
            {...(props.id === undefined ? {} : { id: props.id })}
            icon={<UploadOutlined aria-hidden="true" />}
            disabled={disabled}
            {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
            onClick={() => chooser.current?.click()}
          >
            {t(value === undefined ? 'media.choose' : 'media.replace')}
          </Button>
          {value === undefined ? null : (
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden="true" />}
              disabled={disabled}
              onClick={() => {
                onChange(undefined, undefined);
              }}
            >
              {t('media.remove')}
            </Button>
          )}
          <small>{t(`media.${purpose}`)}</small>
        </div>
      )}
      {problem === undefined ? null : (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Shown({ media, label }: { media: Media; label: string }) {
  if (media.kind === 'image') return <img className={styles['shown']} src={media.url} alt={label} />;
  return (
    <span className={styles['heard']}>
      <PlayButton url={media.url} label={label} />
      {media.fileName}
    </span>
  );
}
