import { useTranslation } from 'react-i18next';
import { NumberField } from '../../shared/section/fields/inputs.tsx';
import { MediaField } from '../../shared/section/fields/MediaField.tsx';
import { Pair } from '../../shared/section/FormCard.tsx';
import type { PopupImage } from './content.ts';
import { fitted, IMAGE_SHIFT, IMAGE_SIZE } from './content.ts';

interface ImageFieldsProps {
  image: PopupImage | undefined;
  onChange: (image: PopupImage | undefined) => void;
}

/** The image of image mode; size and place once there is one. */
export function ImageFields({ image, onChange }: ImageFieldsProps) {
  const { t } = useTranslation('button');
  const shift = { min: -IMAGE_SHIFT, max: IMAGE_SHIFT };
  return (
    <>
      <MediaField
        // Without an image the fault is about the image as a whole.
        at={image === undefined ? '/image' : '/image/mediaId'}
        label={t('image')}
        value={image?.mediaId}
        onChange={(mediaId, media) => {
          if (mediaId === undefined) onChange(undefined);
          else if (image) onChange({ ...image, mediaId });
          else onChange(fitted(mediaId, media?.widthPixels, media?.heightPixels));
        }}
      />
      {image === undefined ? null : (
        <>
          <Pair>
            <NumberField
              at="/image/widthPixels"
              label={t('width')}
              {...IMAGE_SIZE}
              unit={t('pixels')}
              slider
              value={image.widthPixels}
              onChange={(widthPixels) => {
                onChange({ ...image, widthPixels });
              }}
            />
            <NumberField
              at="/image/heightPixels"
              label={t('height')}
              {...IMAGE_SIZE}
              unit={t('pixels')}
              slider
              value={image.heightPixels}
              onChange={(heightPixels) => {
                onChange({ ...image, heightPixels });
              }}
            />
          </Pair>
          <Pair>
            <NumberField
              at="/image/offsetX"
              label={t('imageX')}
              help={t('imageXHelp')}
              {...shift}
              unit={t('pixels')}
              slider
              value={image.offsetX}
              onChange={(offsetX) => {
                onChange({ ...image, offsetX });
              }}
            />
            <NumberField
              at="/image/offsetY"
              label={t('imageY')}
              help={t('imageYHelp')}
              {...shift}
              unit={t('pixels')}
              slider
              value={image.offsetY}
              onChange={(offsetY) => {
                onChange({ ...image, offsetY });
              }}
            />
          </Pair>
        </>
      )}
    </>
  );
}
