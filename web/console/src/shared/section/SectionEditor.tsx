import { Alert, App, Drawer } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../lib/useMedia.ts';
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx';
import type { Loaded } from './api.ts';
import { useNewestVersion } from './api.ts';
import type { SectionDefinition } from './contract.ts';
import { FaultSummary } from './FaultSummary.tsx';
import { HistoryDrawer } from './history/HistoryDrawer.tsx';
import { shownFaults, startOf } from './model.ts';
import { PreviewPanel } from './preview/PreviewPanel.tsx';
import type { Moved, Screen } from './preview/protocol.ts';
import { usePreview } from './preview/usePreview.ts';
import { SectionBar } from './SectionBar.tsx';
import { SectionConflict } from './SectionConflict.tsx';
import { SectionContext } from './SectionContext.ts';
import styles from './section.module.css';
import type { Outcome } from './useSectionEditor.ts';
import { useSectionEditor } from './useSectionEditor.ts';
import { useDescribe } from './useWords.ts';
import type { SectionWords } from './words.ts';

export interface EditorTools<Content> {
  content: Content;
  change: (change: Content | ((now: Content) => Content)) => void;
  /** The public document of the last valid content, as the server renders it. */
  bootstrap: unknown;
}

export type EditorBody<Content> = (tools: EditorTools<Content>) => ReactNode;

export interface PreviewWishes<Content> {
  screen: Screen;
  /** What the form makes of a launcher that was dragged in the preview. */
  moved?: (now: Content, moved: Moved) => Content;
  hint?: ReactNode;
  /** What of the public document the preview should put on show. */
  arrange?: (bootstrap: unknown, content: Content) => unknown;
}

interface SectionEditorProps<Content> {
  definition: SectionDefinition<Content>;
  initial: Loaded<Content>;
  words: SectionWords;
  preview: PreviewWishes<Content> | undefined;
  children: EditorBody<Content>;
}

export function SectionEditor<Content>(props: SectionEditorProps<Content>) {
  const { definition, words, preview: wishes } = props;
  const { t } = useTranslation('section');
  const { message } = App.useApp();
  const roomy = useMedia('(min-width: 1100px)');
  const editor = useSectionEditor(definition, props.initial);
  const describe = useDescribe(words);
  const [history, setHistory] = useState(false);
  const [previewOpen, setPreviewOpen] = useState(false);
  const preview = usePreview(definition.section, editor.state.content, editor.judge);
  const newest = useNewestVersion(definition.section);
  const top = useRef<HTMLDivElement>(null);
  const { state, change } = editor;
  const known = state.base.value.version;
  const { catchUp } = editor;
  const behind = newest !== undefined && newest > known && editor.busy === undefined;

  useLatestEffect(behind && !editor.dirty && !editor.conflict, () => void catchUp());

  const faults = useMemo(() => shownFaults(state), [state]);
  const fields = {
    faults,
    warnings: editor.dirty ? [] : state.base.value.warnings,
    disabled: editor.busy !== undefined,
    touch: editor.touch,
  };

  const told = (outcome: Outcome, done: string) => {
    if (outcome === 'done') void message.success(done);
    if (outcome === 'refused' || outcome === 'failed') top.current?.focus();
  };
  const save = async () => {
    told(await editor.save(), t('done.saved'));
  };
  const shortcut = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (editor.dirty && editor.busy === undefined) void save();
  };

  const { moved, arrange } = wishes ?? {};
  const { bootstrap } = preview;
  const arranged = useMemo(
    () => (arrange && bootstrap !== undefined ? arrange(bootstrap, state.content) : bootstrap),
    [arrange, bootstrap, state.content],
  );
  const panel = wishes ? (
    <PreviewPanel
      preview={{ ...preview, bootstrap: arranged }}
      initialScreen={wishes.screen}
      hint={wishes.hint}
      onMoved={
        moved
          ? (message) => {
              change((now) => moved(now, message));
            }
          : undefined
      }
    />
  ) : null;

  return (
    // Ctrl+S anywhere in the form saves the draft.
    <div onKeyDown={shortcut} role="presentation">
      <div className={panel && roomy ? styles['columns'] : undefined}>
        <div className={styles['form']}>
          <div ref={top} tabIndex={-1} className={styles['said']}>
            {editor.problem === undefined ? null : (
              <Alert type="error" showIcon title={editor.problem} role="alert" />
            )}
            {state.attempted && faults.length > 0 ? (
              <FaultSummary faults={faults} describe={describe} content={state.content} />
            ) : null}
            {behind && editor.dirty ? (
              <Alert
                type="warning"
                showIcon
                title={t('newer')}
                action={
                  <button type="button" className={styles['link']} onClick={() => void catchUp()}>
                    {t('compare')}
                  </button>
                }
              />
            ) : null}
          </div>
          <SectionContext value={fields}>
            {props.children({ content: state.content, change, bootstrap: preview.bootstrap })}
          </SectionContext>
        </div>
        {panel && roomy ? <div className={styles['side']}>{panel}</div> : null}
      </div>
      <SectionBar
        state={state}
        busy={editor.busy}
        onSave={() => void save()}
        onPublish={async () => {
          told(await editor.publish(), t('done.published'));
        }}
        onDiscard={async () => {
          told(await editor.discard(), t('done.discarded'));
        }}
        onHistory={() => {
          setHistory(true);
        }}
        onPreview={
          panel && !roomy
            ? () => {
                setPreviewOpen(true);
              }
            : undefined
        }
      />
      <UnsavedGuard dirty={editor.dirty} />
      <SectionConflict
        conflict={editor.conflict}
        mine={state.content}
        describe={describe}
        busy={editor.busy !== undefined}
        onKeepEditing={editor.resolve.keepEditing}
        onTakeTheirs={editor.resolve.takeTheirs}
        onOverwrite={async () => {
          told(await editor.resolve.overwrite(), t('done.overwritten'));
        }}
      />
      <HistoryDrawer
        section={definition.section}
        open={history}
        describe={describe}
        contents={[startOf(state.base.value), state.base.value.published]}
        current={state.base.value.publishedVersion}
        keepsDraft={state.base.value.draft !== undefined || editor.dirty}
        onClose={() => {
          setHistory(false);
        }}
        onRestore={async (version) => {
          const outcome = await editor.restore(version);
          told(outcome, t('done.restored', { version }));
          setHistory(false);
        }}
      />
      {panel && !roomy ? (
        <Drawer
          open={previewOpen}
          placement="bottom"
          size="92%"
          title={t('preview.title')}
          onClose={() => {
            setPreviewOpen(false);
          }}
        >
          {panel}
        </Drawer>
      ) : null}
    </div>
  );
}

/** Runs once each time the condition becomes true. */
function useLatestEffect(condition: boolean, effect: () => void) {
  const latest = useRef(effect);
  useEffect(() => {
    latest.current = effect;
  });
  useEffect(() => {
    if (condition) latest.current();
  }, [condition]);
}
