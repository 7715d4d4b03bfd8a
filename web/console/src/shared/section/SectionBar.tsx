import { EyeOutlined, HistoryOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { preciseTime } from '../lib/time.ts';
import { useNow } from '../lib/useNow.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import type { PillTone } from '../ui/Pill.tsx';
import { Pill } from '../ui/Pill.tsx';
import type { EditorState, SaveState } from './model.ts';
import { saveStateOf } from './model.ts';
import styles from './section.module.css';
import type { Action } from './useSectionEditor.ts';

const TONES: Record<SaveState, PillTone> = {
  unsaved: 'warn',
  draft: 'warn',
  published: 'good',
  untouched: 'calm',
};

interface SectionBarProps<Content> {
  state: EditorState<Content>;
  busy: Action | undefined;
  onSave: () => void;
  onPublish: () => Promise<void>;
  onDiscard: () => Promise<void>;
  onHistory: () => void;
  onPreview: (() => void) | undefined;
}

/** What state the section is in, and every way on. */
export function SectionBar<Content>(props: SectionBarProps<Content>) {
  const { t } = useTranslation('section');
  const [asking, setAsking] = useState(false);
  const language = useLanguage();
  const now = useNow(30_000);
  const { value } = props.state.base;
  const saveState = saveStateOf(props.state);
  const idle = props.busy === undefined;
  const nothingToDo = saveState === 'published' || saveState === 'untouched';

  const signed = (at: string | undefined, who: string | undefined) => {
    if (at === undefined) return undefined;
    const when = preciseTime(at, now, language);
    return who === undefined ? when : t('bar.by', { who, when });
  };
  const about =
    saveState === 'draft'
      ? signed(value.draftUpdatedAt, value.draftUpdatedBy?.name)
      : saveState === 'published'
        ? signed(value.publishedAt, value.publishedBy?.name)
        : undefined;

  return (
    <div className={styles['bar']} data-testid="section-bar" data-state={saveState}>
      <div className={styles['barState']} role="status">
        <Pill tone={TONES[saveState]}>{t(`bar.${saveState}`)}</Pill>
        <span>{about ?? t(`bar.hint.${saveState}`)}</span>
      </div>
      <div className={styles['barButtons']}>
        {props.onPreview ? (
          <Tooltip title={t('preview.title')}>
            <Button
              icon={<EyeOutlined aria-hidden="true" />}
              aria-label={t('preview.title')}
              onClick={props.onPreview}
            />
          </Tooltip>
        ) : null}
        <Tooltip title={t('history.title')}>
          <Button
            icon={<HistoryOutlined aria-hidden="true" />}
            aria-label={t('history.title')}
            onClick={props.onHistory}
          />
        </Tooltip>
        {nothingToDo ? null : (
          <Tooltip title={t('discard.action')}>
            <Button
              icon={<UndoOutlined aria-hidden="true" />}
              aria-label={t('discard.action')}
              loading={props.busy === 'discard'}
              disabled={!idle}
              onClick={() => {
                setAsking(true);
              }}
            />
          </Tooltip>
        )}
        <Button
          disabled={!idle || saveState !== 'unsaved'}
          loading={props.busy === 'save'}
          onClick={props.onSave}
        >
          {t('bar.save')}
        </Button>
        <Button
          type="primary"
          disabled={!idle || nothingToDo}
          loading={props.busy === 'publish'}
          onClick={() => void props.onPublish()}
        >
          {t('bar.publish')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t('discard.title')}
        ok={t('discard.ok')}
        danger
        onCancel={() => {
          setAsking(false);
        }}
        onOk={props.onDiscard}
      >
        <p>{t(value.draft === undefined ? 'discard.unsaved' : 'discard.draft')}</p>
      </ConfirmDialog>
    </div>
  );
}
