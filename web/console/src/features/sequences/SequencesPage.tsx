import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchField } from '../../shared/section/fields/inputs.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { NAMES, sequencesSection } from './content.ts';
import { SequenceCard } from './SequenceCard.tsx';
import styles from './sequences.module.css';
import { TimelineCard } from './TimelineCard.tsx';

const CHANNELS = ['facebook', 'zalo'] as const;

export function SequencesPage() {
  const { t } = useTranslation('sequences');
  const words: SectionWords = useMemo(
    () => ({
      labels: {
        ...Object.fromEntries(
          NAMES.flatMap((name) => [
            [`/${name}`, t(`names.${name}`)],
            [`/${name}/enabled`, t('enabled')],
            [`/${name}/startDelaySeconds`, t('startDelay')],
            [`/${name}/gapSeconds`, t('gap')],
            [`/${name}/contents`, t('contents')],
            [`/${name}/contents/*`, t('contentLabel')],
          ]),
        ),
        '/channels': t('channels'),
        '/channels/facebook': t('facebook'),
        '/channels/zalo': t('zalo'),
      },
    }),
    [t],
  );
  return (
    <SectionPage
      definition={sequencesSection}
      title={t('title')}
      description={t('description')}
      words={words}
      wide
    >
      {({ content, change }) => (
        <div className={styles['columns']}>
          <div className={styles['cards']}>
            {NAMES.map((name) => (
              <SequenceCard
                key={name}
                name={name}
                sequence={content[name]}
                change={(next) => {
                  change((now) => ({ ...now, [name]: next(now[name]) }));
                }}
              />
            ))}
            <FormCard title={t('channels')} help={t('channelsHelp')}>
              {CHANNELS.map((channel) => (
                <SwitchField
                  key={channel}
                  at={`/channels/${channel}`}
                  label={t(channel)}
                  value={content.channels[channel]}
                  onChange={(value) => {
                    change((now) => ({ ...now, channels: { ...now.channels, [channel]: value } }));
                  }}
                />
              ))}
            </FormCard>
          </div>
          <div className={styles['side']}>
            <TimelineCard content={content} />
          </div>
        </div>
      )}
    </SectionPage>
  );
}
