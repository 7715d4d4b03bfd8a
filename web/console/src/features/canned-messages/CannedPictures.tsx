import { useTranslation } from 'react-i18next';
import { MediaPicker } from '../../shared/media/MediaPicker.tsx';
import styles from './canned.module.css';

/** The server's own bound. */
const MOST = 5;

interface CannedPicturesProps {
  value?: string[];
  onChange?: (mediaIds: string[]) => void;
  disabled: boolean;
}

/** Pictures that come along when the message is inserted; always one empty place while there is room. */
export function CannedPictures({ value = [], onChange, disabled }: CannedPicturesProps) {
  const { t } = useTranslation('canned');
  const places = value.length < MOST ? [...value, undefined] : value;
  return (
    <div className={styles['pictures']}>
      {places.map((id, index) => (
        <MediaPicker
          key={id ?? `empty-${String(index)}`}
          purpose="image"
          label={t('picture', { number: index + 1 })}
          value={id}
          disabled={disabled}
          onChange={(mediaId) => {
            const others = value.filter((other) => other !== id && other !== mediaId);
            onChange?.(
              mediaId === undefined ? others : [...others.slice(0, index), mediaId, ...others.slice(index)],
            );
          }}
        />
      ))}
    </div>
  );
}
