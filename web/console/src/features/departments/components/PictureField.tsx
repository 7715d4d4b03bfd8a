import { useTranslation } from 'react-i18next';
import { MediaPicker } from '../../../shared/media/MediaPicker.tsx';

interface PictureFieldProps {
  id?: string;
  value?: string;
  onChange?: (mediaId: string | undefined) => void;
}

/** What visitors see of a department that they choose, or that stands for its agents. */
export function PictureField({ id, value, onChange }: PictureFieldProps) {
  const { t } = useTranslation('departments');
  return (
    <MediaPicker
      {...(id === undefined ? {} : { id })}
      purpose="image"
      label={t('picture')}
      value={value}
      onChange={(mediaId) => onChange?.(mediaId)}
    />
  );
}
