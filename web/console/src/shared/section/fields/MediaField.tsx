import type { ReactNode } from 'react';
import type { Media, MediaPurpose } from '../../media/api.ts';
import { MediaPicker } from '../../media/MediaPicker.tsx';
import { Field } from './Field.tsx';

interface MediaFieldProps {
  at: string;
  label: string;
  purpose?: MediaPurpose;
  help?: ReactNode;
  value: string | undefined;
  onChange: (mediaId: string | undefined, media: Media | undefined) => void;
}

/** An upload as a field of a section: the content names its id. */
export function MediaField({ purpose = 'image', value, onChange, ...field }: MediaFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <MediaPicker
          id={control.id}
          disabled={control.disabled}
          describedBy={control['aria-describedby']}
          purpose={purpose}
          label={field.label}
          value={value}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
