import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../shared/media/api.ts';
import { Field } from '../../shared/section/fields/Field.tsx';
import { ChoiceField, NumberField, SwitchField } from '../../shared/section/fields/inputs.tsx';
import { MediaField } from '../../shared/section/fields/MediaField.tsx';
import { Card } from '../../shared/ui/Page.tsx';
import { usePresets } from './api.ts';
import type { Sound, Use } from './content.ts';
import { KINDS } from './content.ts';
import { usePlayer } from './player.ts';
import styles from './sounds.module.css';
import { usePresetName } from './useSoundWords.ts';

interface SoundCardProps {
  use: Use;
  sound: Sound;
  onChange: (sound: Sound) => void;
}

/** One sound: whether, which, how loud, and how that sounds. */
export function SoundCard({ use, sound, onChange }: SoundCardProps) {
  const { t } = useTranslation('sounds');
  const name = t(`use.${use}.name`);
  const { purpose } = KINDS[use];
  return (
    <Card>
      <section aria-label={name} className={styles['sound']}>
        <header className={styles['head']}>
          <div>
            <h2>{name}</h2>
            <p>{t(`use.${use}.text`)}</p>
          </div>
          <SwitchField
            at={`/${use}/enabled`}
            label={t('enabledFor', { name })}
            hideLabel
            value={sound.enabled}
            onChange={(enabled) => {
              onChange({ ...sound, enabled });
            }}
          />
        </header>
        {sound.enabled ? (
          <div className={styles['body']}>
            <ChoiceField
              at={`/${use}/source`}
              label={t('source')}
              value={sound.source}
              options={[
                { value: 'preset', label: t('fromPresets') },
                { value: 'upload', label: t('fromUpload') },
              ]}
              onChange={(source) => {
                onChange({ ...sound, source });
              }}
            />
            {sound.source === 'preset' ? (
              <PresetField use={use} sound={sound} onChange={onChange} />
            ) : (
              <MediaField
                at={`/${use}/mediaId`}
                label={t('fromUpload')}
                purpose={purpose}
                value={sound.mediaId}
                onChange={(mediaId) => {
                  onChange({ ...sound, mediaId });
                }}
              />
            )}
            <div className={styles['loud']}>
              <NumberField
                at={`/${use}/volume`}
                label={t('volume')}
                slider
                min={0}
                max={100}
                unit="%"
                value={sound.volume}
                onChange={(volume) => {
                  onChange({ ...sound, volume });
                }}
              />
              <Listen use={use} sound={sound} name={name} />
            </div>
          </div>
        ) : (
          <p className={styles['off']}>{t('off')}</p>
        )}
      </section>
    </Card>
  );
}

function PresetField({ use, sound, onChange }: SoundCardProps) {
  const { t } = useTranslation('sounds');
  const presets = usePresets();
  const presetName = usePresetName();
  // Until the others are there, the chosen one stands alone: by its name, not by its code.
  const alone = sound.preset === undefined ? [] : [sound.preset];
  const offered = presets.data?.[KINDS[use].presets].map(({ id }) => id) ?? alone;
  return (
    <Field at={`/${use}/preset`} label={t('preset.label')}>
      {(control) => (
        <Select
          {...control}
          className={styles['preset'] ?? ''}
          value={sound.preset ?? null}
          loading={presets.isPending}
          placeholder={t('choose')}
          notFoundContent={presets.isError ? t('presetsMissing') : null}
          options={offered.map((id) => ({ value: id, label: presetName(id) }))}
          onChange={(preset: string | null) => {
            onChange({ ...sound, preset: preset ?? undefined });
          }}
        />
      )}
    </Field>
  );
}

/** Plays what is chosen, as loud as it will be; anything else falls silent. */
function Listen({ use, sound, name }: { use: Use; sound: Sound; name: string }) {
  const { t } = useTranslation('sounds');
  const presets = usePresets();
  const media = useMedia(sound.source === 'upload' ? sound.mediaId : undefined);
  const { current, player } = usePlayer();
  const [mute, setMute] = useState(false);
  const playing = current === use;
  const url =
    sound.source === 'upload'
      ? media.data?.url
      : presets.data?.[KINDS[use].presets].find((one) => one.id === sound.preset)?.url;
  const volume = Number.isNaN(sound.volume) ? 0 : Math.min(100, Math.max(0, sound.volume));
  player.volume(use, volume);
  return (
    <div className={styles['listen']}>
      <Button
        icon={playing ? <PauseOutlined aria-hidden="true" /> : <PlayCircleOutlined aria-hidden="true" />}
        disabled={url === undefined}
        aria-label={t(playing ? 'stopFor' : 'listenFor', { name })}
        onClick={() => {
          if (playing || url === undefined) {
            player.stop();
            return;
          }
          void player.play(use, url, volume).then((heard) => {
            setMute(!heard);
          });
        }}
      >
        {t(playing ? 'stop' : 'listen')}
      </Button>
      {mute ? <span role="alert">{t('unplayable')}</span> : null}
    </div>
  );
}
