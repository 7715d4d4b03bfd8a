import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContrastNote } from '../../shared/section/fields/ContrastNote.tsx';
import { ChoiceField, ColourField, TextField } from '../../shared/section/fields/inputs.tsx';
import { MediaField } from '../../shared/section/fields/MediaField.tsx';
import { FormCard, Pair } from '../../shared/section/FormCard.tsx';
import type { FunctionName, Look } from './content.ts';
import { KINDS, ofKind } from './content.ts';
import { IconField } from './IconField.tsx';
import styles from './interaction.module.css';

interface LookFieldsProps {
  name: FunctionName;
  look: Look;
  /** The function is switched off elsewhere. */
  hidden: boolean;
  change: (next: (now: Look) => Look) => void;
}

export function LookFields({ name, look, hidden, change }: LookFieldsProps) {
  const { t } = useTranslation('interaction');
  const set = (part: Partial<Look>) => {
    change((now) => ({ ...now, ...part }));
  };
  return (
    <FormCard title={t(`functions.${name}`)} help={hidden ? t('hidden') : undefined}>
      <ChoiceField
        at={`/${name}/kind`}
        label={t('kind')}
        value={look.kind}
        onChange={(kind) => {
          change((now) => ofKind(now, kind, name));
        }}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {look.kind === 'preset' ? (
        <IconField
          at={`/${name}/icon`}
          value={look.icon}
          color={look.color}
          background={look.background}
          onChange={(icon) => {
            set({ icon });
          }}
        />
      ) : (
        <CustomImage name={name} look={look} set={set} />
      )}
      <Pair>
        <ColourField
          at={`/${name}/background`}
          label={t('background')}
          value={look.background}
          onChange={(background) => {
            set({ background });
          }}
        />
        {look.kind === 'preset' ? (
          <ColourField
            at={`/${name}/color`}
            label={t('color')}
            value={look.color ?? ''}
            onChange={(color) => {
              set({ color });
            }}
          />
        ) : null}
      </Pair>
      <Pair>
        <TextField
          at={`/${name}/label`}
          label={t('label')}
          max={40}
          value={look.label}
          onChange={(label) => {
            set({ label });
          }}
        />
        <ColourField
          at={`/${name}/labelColor`}
          label={t('labelColor')}
          value={look.labelColor}
          onChange={(labelColor) => {
            set({ labelColor });
          }}
        />
      </Pair>
      {look.label === '' || look.imageMediaId !== undefined ? null : (
        <ContrastNote one={look.background} other={look.labelColor} />
      )}
    </FormCard>
  );
}

interface CustomImageProps {
  name: FunctionName;
  look: Look;
  set: (part: Partial<Look>) => void;
}

/** One image: as an icon on the background, or for the whole button. */
function CustomImage({ name, look, set }: CustomImageProps) {
  const { t } = useTranslation('interaction');
  const [wish, setWish] = useState<'icon' | 'image'>('icon');
  const use = look.imageMediaId === undefined ? (look.iconMediaId === undefined ? wish : 'icon') : 'image';
  const mediaId = look.imageMediaId ?? look.iconMediaId;
  const take = (next: 'icon' | 'image', id: string | undefined) => {
    set(
      next === 'icon'
        ? { iconMediaId: id, imageMediaId: undefined }
        : { iconMediaId: undefined, imageMediaId: id },
    );
  };
  return (
    <div className={styles['custom']}>
      <Segmented<'icon' | 'image'>
        aria-label={t('use')}
        value={use}
        onChange={(next) => {
          setWish(next);
          take(next, mediaId);
        }}
        options={[
          { value: 'icon', label: t('uses.icon') },
          { value: 'image', label: t('uses.image') },
        ]}
      />
      <MediaField
        // The server asks for the icon when there is neither.
        at={look.imageMediaId === undefined ? `/${name}/iconMediaId` : `/${name}/imageMediaId`}
        label={t(use === 'icon' ? 'iconImage' : 'wholeImage')}
        help={t('customHelp')}
        value={mediaId}
        onChange={(id) => {
          take(use, id);
        }}
      />
    </div>
  );
}
