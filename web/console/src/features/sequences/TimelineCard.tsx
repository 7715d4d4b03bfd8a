import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormCard } from '../../shared/section/FormCard.tsx';
import type { Sequences } from './content.ts';
import { NAMES } from './content.ts';
import styles from './sequences.module.css';
import { StepList } from './StepList.tsx';
import type { Story, TimelineEvent } from './timeline.ts';
import { EVENTS, STORIES, STORY_NAMES, useTimeline } from './timeline.ts';
import { TimelinePicture } from './TimelinePicture.tsx';

const LATEST_SECONDS = 86_400;

/** Plays the sequences of the form through a situation of the owner's choice. */
export function TimelineCard({ content }: { content: Sequences }) {
  const { t } = useTranslation('sequences');
  const [events, setEvents] = useState<readonly TimelineEvent[]>(STORIES.unanswered);
  const timeline = useTimeline(content, events);
  const story = STORY_NAMES.find((name) => JSON.stringify(STORIES[name]) === JSON.stringify(events));
  const silent = NAMES.every((name) => !content[name].enabled);

  const replace = (index: number, part: Partial<TimelineEvent>) => {
    setEvents(events.map((event, at) => (at === index ? { ...event, ...part } : event)));
  };
  const add = () => {
    const last = Math.max(0, ...events.map((event) => event.atSeconds));
    setEvents([...events, { atSeconds: last + 30, kind: 'visitor-message' }]);
  };
  return (
    <FormCard title={t('timeline.title')} help={t('timeline.help')}>
      <Select<Story | null>
        value={story ?? null}
        aria-label={t('timeline.story')}
        placeholder={t('timeline.story')}
        onChange={(name) => {
          if (name !== null) setEvents(STORIES[name]);
        }}
        options={STORY_NAMES.map((name) => ({ value: name, label: t(`timeline.stories.${name}`) }))}
      />
      <ul className={styles['events']} aria-label={t('timeline.events')}>
        {events.map((event, index) => (
          <li key={String(index)}>
            <Select
              className={styles['kind'] ?? ''}
              value={event.kind}
              aria-label={t('timeline.kindLabel', { position: index + 1 })}
              onChange={(kind) => {
                replace(index, { kind });
              }}
              options={EVENTS.map((kind) => ({ value: kind, label: t(`timeline.event.${kind}`) }))}
            />
            <InputNumber
              controls={false}
              className={styles['at'] ?? ''}
              value={event.atSeconds}
              min={0}
              max={LATEST_SECONDS}
              precision={0}
              step={10}
              suffix="s"
              aria-label={t('timeline.atLabel', { event: t(`timeline.event.${event.kind}`) })}
              onChange={(atSeconds) => {
                replace(index, { atSeconds: atSeconds ?? 0 });
              }}
            />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('timeline.removeEvent', { event: t(`timeline.event.${event.kind}`) })}
              onClick={() => {
                setEvents(events.toSpliced(index, 1));
              }}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
          {t('timeline.addEvent')}
        </Button>
      </div>
      {timeline === undefined || timeline.state === 'current' ? null : (
        <p className={styles['stale']} role="status">
          {t(`timeline.${timeline.state}`)}
        </p>
      )}
      {silent ? <p className={styles['quiet']}>{t('timeline.off')}</p> : null}
      {timeline === undefined || silent ? null : (
        <>
          <TimelinePicture steps={timeline.steps} events={events} />
          <StepList steps={timeline.steps} />
        </>
      )}
    </FormCard>
  );
}
