import { FileOutlined } from '@ant-design/icons';
import type { Attachment } from '@dakenh/socket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../../shared/i18n/language.ts';
import styles from './attachments.module.css';
import { isPicture, isSound, isVideo, sizeText } from './kinds.ts';
import { PictureViewer } from './PictureViewer.tsx';

/** The files of a message: pictures side by side, sounds to be played, the others to be saved. */
export function FileGrid({ files }: { files: readonly Attachment[] }) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const [viewed, setViewed] = useState<number>();
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <div className={styles['files']} data-testid="files">
      {pictures.length > 0 ? (
        <ul className={styles['pictures']} data-single={pictures.length === 1}>
          {pictures.map((picture, index) => (
            <li key={picture.id}>
              <button
                type="button"
                aria-label={t('message.openPicture', { name: picture.name })}
                onClick={() => {
                  setViewed(index);
                }}
              >
                <img
                  src={picture.thumbnailUrl ?? picture.url}
                  alt=""
                  width={picture.width}
                  height={picture.height}
                  loading="lazy"
                />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {others.map((file) => (
        <div key={file.id} className={styles['file']}>
          {isSound(file) ? (
            <audio controls preload="none" src={file.url} aria-label={file.name}>
              <track kind="captions" />
            </audio>
          ) : null}
          {isVideo(file) ? (
            <video controls preload="metadata" src={file.url} aria-label={file.name} playsInline>
              <track kind="captions" />
            </video>
          ) : null}
          <a href={file.url} download={file.name}>
            <FileOutlined aria-hidden="true" />
            <span dir="auto">{file.name}</span>
            <small>{sizeText(file.bytes, language)}</small>
          </a>
        </div>
      ))}
      {viewed === undefined ? null : (
        <PictureViewer
          pictures={pictures}
          index={viewed}
          onIndex={setViewed}
          onClose={() => {
            setViewed(undefined);
          }}
        />
      )}
    </div>
  );
}
