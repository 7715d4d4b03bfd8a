import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../shared/section/fields/Field.tsx';
import { NumberField } from '../../shared/section/fields/inputs.tsx';
import type { Corner, Device } from '../../shared/section/preview/protocol.ts';
import styles from './button.module.css';
import type { Place } from './content.ts';
import { OFFSET_MOST } from './content.ts';

/** As they lie on a screen. */
const CORNERS: readonly Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right'];

interface PlaceFieldsProps {
  device: Device;
  place: Place;
  onChange: (place: Place) => void;
}

export function PlaceFields({ device, place, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('button');
  const group = useId();
  return (
    <div className={styles['place']}>
      <h3>{t(device)}</h3>
      <div className={styles['placeBody']}>
        <Field at={`/${device}/corner`} label={t('corner')} group>
          {({ disabled }) => (
            <div className={styles['screen']} data-device={device}>
              {CORNERS.map((corner) => (
                <label key={corner}>
                  <input
                    type="radio"
                    name={group}
                    disabled={disabled}
                    checked={place.corner === corner}
                    onChange={() => {
                      onChange({ ...place, corner });
                    }}
                  />
                  <span className="visually-hidden">{t(`corners.${corner}`)}</span>
                </label>
              ))}
            </div>
          )}
        </Field>
        <NumberField
          at={`/${device}/offsetX`}
          label={t('offsetX')}
          min={0}
          max={OFFSET_MOST}
          unit={t('pixels')}
          value={place.offsetX}
          onChange={(offsetX) => {
            onChange({ ...place, offsetX });
          }}
        />
        <NumberField
          at={`/${device}/offsetY`}
          label={t('offsetY')}
          min={0}
          max={OFFSET_MOST}
          unit={t('pixels')}
          value={place.offsetY}
          onChange={(offsetY) => {
            onChange({ ...place, offsetY });
          }}
        />
      </div>
    </div>
  );
}
