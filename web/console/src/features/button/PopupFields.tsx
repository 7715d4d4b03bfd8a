import { useTranslation } from 'react-i18next';
import { ChoiceField, NumberField, TextField } from '../../shared/section/fields/inputs.tsx';
import { MediaField } from '../../shared/section/fields/MediaField.tsx';
import { FormCard, Pair } from '../../shared/section/FormCard.tsx';
import type { StartButton } from './content.ts';
import { POPUP_KINDS } from './content.ts';
import { ImageFields } from './ImageFields.tsx';

interface PopupFieldsProps {
  content: StartButton;
  change: (change: (now: StartButton) => StartButton) => void;
}

export function PopupFields({ content, change }: PopupFieldsProps) {
  const { t } = useTranslation('button');
  const set = (part: Partial<StartButton>) => {
    change((now) => ({ ...now, ...part }));
  };
  return (
    <FormCard title={t('popup')}>
      <ChoiceField
        at="/popupKind"
        label={t('popupKind')}
        value={content.popupKind}
        onChange={(popupKind) => {
          set({ popupKind });
        }}
        options={POPUP_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      {content.popupKind === 'image' ? (
        <ImageFields
          image={content.image}
          onChange={(image) => {
            set({ image });
          }}
        />
      ) : null}
      <Pair>
        <TextField
          at="/name"
          label={t('name')}
          help={t('nameHelp')}
          max={60}
          value={content.name}
          onChange={(name) => {
            set({ name });
          }}
        />
        <TextField
          at="/defaultTitle"
          label={t('defaultTitle')}
          help={t('defaultTitleHelp')}
          max={80}
          value={content.defaultTitle}
          onChange={(defaultTitle) => {
            set({ defaultTitle });
          }}
        />
      </Pair>
      <TextField
        at="/content"
        label={t('content')}
        max={500}
        rows={3}
        value={content.content}
        onChange={(text) => {
          set({ content: text });
        }}
      />
      <Pair>
        <TextField
          at="/buttonLabel"
          label={t('buttonLabel')}
          max={40}
          value={content.buttonLabel}
          onChange={(buttonLabel) => {
            set({ buttonLabel });
          }}
        />
        <NumberField
          at="/delaySeconds"
          label={t('delay')}
          help={t('delayHelp')}
          min={0}
          max={3600}
          unit={t('seconds')}
          value={content.delaySeconds}
          onChange={(delaySeconds) => {
            set({ delaySeconds });
          }}
        />
      </Pair>
      <MediaField
        at="/avatarMediaId"
        label={t('avatar')}
        help={t('avatarHelp')}
        value={content.avatarMediaId}
        onChange={(avatarMediaId) => {
          set({ avatarMediaId });
        }}
      />
    </FormCard>
  );
}
