import { useTranslation } from 'react-i18next';
import { ContrastNote } from '../../shared/section/fields/ContrastNote.tsx';
import { ColourField, NumberField, SwitchField, TextField } from '../../shared/section/fields/inputs.tsx';
import { FormCard, Pair } from '../../shared/section/FormCard.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { ChangeWindow, ChatWindow } from './content.ts';
import { HEIGHT, WIDTH } from './content.ts';
import styles from './window.module.css';

const FUNCTIONS = ['audio', 'video'] as const;

interface LookFieldsProps {
  content: ChatWindow;
  change: ChangeWindow;
}

export function LookFields({ content, change }: LookFieldsProps) {
  const { t } = useTranslation('window');
  const set = (part: Partial<ChatWindow>) => {
    change((now) => ({ ...now, ...part }));
  };
  return (
    <>
      <FormCard title={t('look')}>
        <Pair>
          <ColourField
            at="/headerColor"
            label={t('headerColor')}
            value={content.headerColor}
            onChange={(headerColor) => {
              set({ headerColor });
            }}
          />
          <ColourField
            at="/textColor"
            label={t('textColor')}
            value={content.textColor}
            onChange={(textColor) => {
              set({ textColor });
            }}
          />
        </Pair>
        <ContrastNote one={content.headerColor} other={content.textColor} />
        <TextField
          at="/title"
          label={t('heading')}
          max={80}
          value={content.title}
          onChange={(title) => {
            set({ title });
          }}
        />
        <TextField
          at="/description"
          label={t('about')}
          max={300}
          rows={2}
          value={content.description}
          onChange={(description) => {
            set({ description });
          }}
        />
      </FormCard>
      <FormCard title={t('size')} help={t('sizeHelp')}>
        <Pair>
          <NumberField
            at="/widthPixels"
            label={t('width')}
            {...WIDTH}
            slider
            unit={t('pixels')}
            value={content.widthPixels}
            onChange={(widthPixels) => {
              set({ widthPixels });
            }}
          />
          <NumberField
            at="/heightPixels"
            label={t('height')}
            {...HEIGHT}
            slider
            unit={t('pixels')}
            value={content.heightPixels}
            onChange={(heightPixels) => {
              set({ heightPixels });
            }}
          />
        </Pair>
      </FormCard>
      <FormCard title={t('functions')} help={t('functionsHelp')}>
        <p className={styles['always']}>
          <span>{t('chat')}</span> <Pill tone="good">{t('chatOn')}</Pill>
        </p>
        {FUNCTIONS.map((name) => (
          <SwitchField
            key={name}
            at={`/${name}`}
            label={t(name)}
            value={content[name]}
            onChange={(value) => {
              set({ [name]: value });
            }}
          />
        ))}
      </FormCard>
    </>
  );
}
