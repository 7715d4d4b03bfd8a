import { useTranslation } from 'react-i18next';
import { MediaPicker } from '../../../shared/media/MediaPicker.tsx';

/** Addresses of uploads carry the upload's id and the hash of what is in it. */
const UPLOAD = /\/public\/media\/([^/]+)\//;

interface PortraitFieldProps {
  id?: string;
  /** Address of the picture. */
  value?: string | null;
  onChange?: (url: string | null) => void;
}

/** The picture colleagues and visitors see of a person; kept as its address, as older pictures may be elsewhere. */
export function PortraitField({ id, value, onChange }: PortraitFieldProps) {
  const { t } = useTranslation('staff');
  return (
    <MediaPicker
      {...(id === undefined ? {} : { id })}
      purpose="image"
      label={t('picture')}
      value={UPLOAD.exec(value ?? '')?.[1]}
      onChange={(_, media) => onChange?.(media?.url ?? null)}
    />
  );
}
